import { describe, expect, it } from 'vitest'
import { withCorrections } from '@/domain/dustfall/correction'
import { textColumn } from '@/domain/table/build-column'
import { type Table, textAt } from '@/domain/table/column'

const table = (
  rows: readonly (readonly [county: string, value: number, publication: string, month?: string])[],
): Table => ({
  length: rows.length,
  columns: {
    county: textColumn(rows.map(([county]) => county)),
    month: textColumn(rows.map(([, , , month = '2022-10']) => month)),
    value: { type: 'number', values: Float64Array.from(rows, ([, value]) => value) },
    publication: textColumn(rows.map(([, , publication]) => publication)),
  },
})
const word = (from: number | null, to: number) => `由${from ?? '—'}更正为${to}`

describe('a file with other published figures', () => {
  it('adds a note to each figure that it changes, and keeps earlier notes', () => {
    const before = table([
      ['610430', 9, '2022-11-08公布'],
      ['610423', 7.1, '2022-11-08公布'],
      ['610402', 5.8, '2022-11-08公布'],
    ])
    const after = table([
      ['610430', 9.2, ''],
      ['610423', 7.1, ''],
      ['610402', 5.9, '2022-11-20更正，复测'],
      ['610404', 6, ''],
    ])
    const corrected = withCorrections(before, after, word)
    expect([0, 1, 2, 3].map((row) => textAt(corrected, 'publication', row))).toEqual([
      '2022-11-08公布；由9更正为9.2',
      '2022-11-08公布',
      '2022-11-20更正，复测',
      '',
    ])
  })

  const publications = (...[before, after]: [Parameters<typeof table>[0], Parameters<typeof table>[0]]) => {
    const corrected = withCorrections(table(before), table(after), word)
    return after.map((_, row) => textAt(corrected, 'publication', row))
  }

  it('notes the change if the file repeats the same note, or there was none', () => {
    expect(publications([['610430', 9, '2022-11-08公布']], [['610430', 9.2, '2022-11-08公布']])).toEqual([
      '2022-11-08公布；由9更正为9.2',
    ])
    expect(publications([['610430', 9, '']], [['610430', 9.2, '']])).toEqual(['由9更正为9.2'])
  })

  it('drops the kept points of a changed figure, and keeps those of an unchanged one', () => {
    const withPoints = (given: Table, points: readonly string[]) => ({
      ...given,
      columns: { ...given.columns, points: textColumn(points) },
    })
    const rows = (value: number) =>
      table([
        ['610430', value, ''],
        ['610423', 7, ''],
        ['610402', value, ''],
      ])
    const before = withPoints(rows(9), ['[9]', '[7]', '[9]'])
    const corrected = withCorrections(before, withPoints(rows(9.2), ['[9]', '[7]', '[9.2]']), word)
    expect([0, 1, 2].map((row) => textAt(corrected, 'points', row))).toEqual(['', '[7]', '[9.2]'])
  })

  it('notes the change of a month that was published without a valid figure and now has one', () => {
    const points = (given: Table) => ({
      ...given,
      columns: { ...given.columns, points: textColumn(['[{"point":"a"}]']) },
    })
    const before = points(table([['610430', Number.NaN, '2022-11-08公布']]))
    const corrected = withCorrections(before, table([['610430', 6, '']]), word)
    expect(textAt(corrected, 'publication', 0)).toBe('2022-11-08公布；由—更正为6')
    expect(textAt(corrected, 'points', 0)).toBe('')
  })

  it('notes it also beside a text from the file that does not mention a correction', () => {
    expect(publications([['610430', 9, '2022-11-08公布']], [['610430', 9.2, '无更正']])).toEqual([
      '无更正；由9更正为9.2',
    ])
    expect(publications([['610430', 9, '']], [['610430', 9.2, '由9更正为9.2']])).toEqual(['由9更正为9.2'])
  })

  it('is not a correction if a figure is missing or belongs to another month', () => {
    const said = [['610430', 9, '2022-11-08公布']] as const
    expect(publications(said, [['610430', Number.NaN, '']])).toEqual(['2022-11-08公布'])
    expect(publications([['610430', Number.NaN, '待公布']], [['610430', 9, '']])).toEqual(['待公布'])
    expect(publications(said, [['610430', 9, '复核无误']])).toEqual(['复核无误'])
    expect(publications(said, [['610430', 5, '', '2022-09']])).toEqual([''])
  })
})
