import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedCountyMonth } from '@/domain/dustfall/county-month'
import { monthReport } from '@/domain/dustfall/month-report'
import { calloutsOf } from '@/features/meeting/callouts'
import { bandsOf, rankingColumns } from '@/features/meeting/ranking-order'
import { highlightedCounties, stepsOf } from '@/features/meeting/steps'
import type { SceneItem } from '@/store/meeting/agenda'

const MONTH = '2022-10'

/** The report of a month, and that of a year before if given. */
function reportOf(values: readonly (number | null)[], yearAgo: readonly number[] = []) {
  const ranked = values.map((_, i) => String(i))
  const figure = (county: string, month: string, value: number | null) =>
    [month, publishedCountyMonth({ county, month, value, publication: '' }, undefined)] as const
  const months = new Map(
    ranked.map((county, i) => {
      const before = yearAgo[i] === undefined ? [] : [figure(county, '2021-10', yearAgo[i])]
      return [county, new Map([figure(county, MONTH, values[i]!), ...before])]
    }),
  )
  return monthReport({ ranked, months }, MONTH, 7)
}
const codes = (rows: readonly { readonly county: string }[]) => rows.map(({ county }) => county)
const figures = fc.array(fc.option(fc.integer({ min: 0, max: 140 }).map((tenths) => tenths / 10)), {
  minLength: 1,
  maxLength: 30,
})

describe('the ranking on the wall', () => {
  it('has one column in order, and from seventeen counties on two, with those over the limit first', () => {
    const few = reportOf([5, 9, 3])
    expect(rankingColumns(few.rows).map(codes)).toEqual([['2', '0', '1']])
    const many = reportOf(Array.from({ length: 17 }, (_, i) => (i === 4 ? 12 : i === 6 ? 8 : i / 10)))
    const [first, second] = rankingColumns(many.rows).map(codes)
    expect(first!.slice(0, 3)).toEqual(['4', '6', '0'])
    expect([first!.length, second!.length]).toEqual([9, 8])
    expect(rankingColumns(many.rows, true)).toEqual([many.rows])
  })

  it('leaves out no county and shows none twice, however many there are', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const { rows } = reportOf(values)
        expect(codes(rankingColumns(rows).flat()).sort()).toEqual(codes(rows).sort())
      }),
    )
  })

  it('marks the first three and the last three including ties, and neither if they would overlap', () => {
    const bands = bandsOf(reportOf([1, 2, 3, 3, 5, 6, 7, 8, null]).rows)
    expect([...bands]).toEqual([
      ['0', 'first'],
      ['1', 'first'],
      ['2', 'first'],
      ['3', 'first'],
      ['5', 'last'],
      ['6', 'last'],
      ['7', 'last'],
    ])
    expect(bandsOf(reportOf([1, 2, 3, 4, 5, 6]).rows).size).toBe(0)
    expect(bandsOf(reportOf([4, 4, 4, 4, 4, 4, 4]).rows).size).toBe(0)
  })
})

describe('the steps of a scene', () => {
  const item: SceneItem = { scene: 'ranking', notes: '' }

  it('go from the whole to the counties over the limit to the highlighted county', () => {
    const report = reportOf([5, 8, 9])
    expect(stepsOf(item, report, '2')).toEqual(['all', 'over', 'county'])
    expect(highlightedCounties('all', report, '2')).toBeNull()
    expect([...highlightedCounties('over', report, '2')!]).toEqual(['1', '2'])
    expect([...highlightedCounties('county', report, '2')!]).toEqual(['2'])
  })

  it('are those in the agenda, without any that would show the same again', () => {
    const report = reportOf([5, 8, 9])
    expect(stepsOf({ ...item, steps: ['county'] }, report, '2')).toEqual(['all', 'county'])
    expect(stepsOf({ ...item, steps: [] }, report, '2')).toEqual(['all'])
    expect(stepsOf(item, reportOf([5, 6, 9]), '2')).toEqual(['all', 'over'])
    expect(stepsOf(item, reportOf([5, 6, 7]), '2')).toEqual(['all', 'county'])
    expect(stepsOf(item, reportOf([8, 9]), null)).toEqual(['all'])
    expect(stepsOf({ ...item, scene: 'tasks' }, report, '2')).toEqual(['all'])
    expect(stepsOf(item, null, null)).toEqual(['all'])
    // Several warnings of a month have a step each.
    const warnings: SceneItem = { scene: 'warnings', notes: '' }
    expect(stepsOf(warnings, report, null, [false])).toEqual(['all'])
    expect(stepsOf(warnings, report, null, [false, false])).toEqual(['warning 1', 'warning 2'])
    // Exceedances that do not fit below a table follow on a step of their own, of a single warning too.
    expect(stepsOf(warnings, report, null, [true])).toEqual(['warning 1', 'warning 1 over'])
    expect(stepsOf(warnings, report, null, [false, true])).toEqual(['warning 1', 'warning 2', 'warning 2 over'])
  })
})

describe('the callouts beside the map', () => {
  it('are the largest figure, and the largest rise and fall against last year, including ties', () => {
    const said = calloutsOf(reportOf([4, 9, 9, 6], [8, 9, 3, 2])).map(({ of, rows }) => [of, codes(rows)])
    expect(said).toEqual([
      ['highest', expect.arrayContaining(['1', '2'])],
      ['worse', expect.arrayContaining(['2', '3'])],
      ['better', ['0']],
    ])
  })

  it('leave out what the data does not have', () => {
    expect(calloutsOf(reportOf([4, 5])).map(({ of }) => of)).toEqual(['highest'])
    expect(calloutsOf(reportOf([null]))).toEqual([])
  })
})
