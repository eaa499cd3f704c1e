import { describe, expect, it } from 'vitest'
import { parseChange, StatedChecks } from '@/domain/intake/rows/stated-checks'

describe('a change in percent', () => {
  it.each([
    ['下降 12.5 %', -12.5],
    ['降低3', -3],
    ['减少3', -3],
    ['降3', -3],
    ['▼3', -3],
    ['下降-3', -3],
    ['升高3', 3],
    ['增加3', 3],
    ['增长3', 3],
    ['反弹3', 3],
    ['升3', 3],
    ['▲3', 3],
    ['–3', -3],
    ['—3', -3],
    ['﹣3', -3],
    ['3-', null],
    ['', null],
    ['下降', null],
  ])('%s: %s', (cell, percent) => expect(parseChange(cell)).toBe(percent))
})

describe('the comparison figures that a table states', () => {
  const MONTH = '2022-10'
  /** The notes for one row with a value, given earlier figures of its county. */
  function said(value: number, stated: Record<string, string>, figures: Record<string, number> = {}) {
    const words: (string | number | undefined)[][] = []
    const checks = new StatedChecks((county, month) => (county === '01' ? (figures[month] ?? null) : null), 0.15)
    checks.add({ row: 7, county: '01', month: MONTH, value, stated })
    checks.finish((row, field, { code, seen, expected, action }) =>
      words.push([row, field, code, seen, expected, action]),
    )
    return words
  }

  it('are accepted within half of their last decimal place', () => {
    const figures = { '2022-09': 4, '2021-10': 8 }
    expect(said(5, { lastMonth: '4.0', monthOnMonth: '25', lastYear: '8', yearOnYear: '-37.5' }, figures)).toEqual([])
    expect(said(5, { lastMonth: '4.05', yearOnYear: '-37.45' }, figures)).toEqual([])
    expect(said(5, {}, figures)).toEqual([])
    expect(said(5, { lastMonth: '约4吨' }, figures)).toEqual([])
  })

  it('are reported if they differ from the known month before or last year', () => {
    const figures = { '2022-09': 4, '2021-10': 8 }
    expect(said(5, { lastMonth: '4.06' }, figures)).toEqual([[7, 'lastMonth', 'stated-differs', '4.06', '4.0', 'kept']])
    expect(said(5, { lastYear: '9' }, figures)).toEqual([[7, 'lastYear', 'stated-differs', '9', '8.0', 'kept']])
    expect(said(5, { monthOnMonth: '26%' }, figures)).toEqual([
      [7, 'monthOnMonth', 'stated-differs', '26%', '25.0', 'kept'],
    ])
    expect(said(5, { yearOnYear: '37.5' }, figures)).toEqual([
      [7, 'yearOnYear', 'stated-differs', '37.5', '-37.5', 'kept'],
    ])
  })

  it('without a known figure of last year give the figure implied by the change, except for a fall by 100 %', () => {
    expect(said(5, { yearOnYear: '-50' })).toEqual([[7, 'yearOnYear', 'change-unchecked', '-50', '10.0', 'kept']])
    expect(said(5, { yearOnYear: '25' })).toEqual([[7, 'yearOnYear', 'change-unchecked', '25', '4.0', 'kept']])
    expect(said(0, { yearOnYear: '-100' })).toEqual([])
    expect(said(5, { monthOnMonth: '25', lastMonth: '4' })).toEqual([])
    expect(said(5, { yearOnYear: '—' })).toEqual([])
  })

  it('without a known figure of last year are checked with the one that the table states, which is not stored', () => {
    const compared = (seen: string) => [7, 'lastYear', 'last-year-compared', seen, undefined, 'kept']
    expect(said(5.1, { lastYear: '5.9', yearOnYear: '-13.6' })).toEqual([compared('5.9')])
    expect(said(5.1, { lastYear: '5.9', yearOnYear: '13.6' })).toEqual([
      [7, 'yearOnYear', 'change-by-table', '13.6', '-13.6', 'kept'],
      compared('5.9'),
    ])
    expect(said(5.1, { lastYear: '5.9' })).toEqual([compared('5.9')])
    // A known figure has priority.
    expect(said(5, { lastYear: '8', yearOnYear: '-37.5' }, { '2021-10': 8 })).toEqual([])
    expect(said(5, { lastYear: '9', yearOnYear: '-44.4' }, { '2021-10': 8 }).map(([, , code]) => code)).toEqual([
      'stated-differs',
      'stated-differs',
    ])
    expect(said(5, { lastYear: '未检出', yearOnYear: '-50' })).toEqual([
      [7, 'yearOnYear', 'change-unchecked', '-50', '10.0', 'kept'],
    ])
  })

  it('that are changes are not checked where a figure is below the detection limit', () => {
    const of = (value: number, lastYear: number) => said(value, { yearOnYear: '-10.0' }, { '2021-10': lastYear })
    expect(of(0.15, 2.8)).toEqual([])
    expect(of(2.8, 0.15)).toEqual([])
    expect(of(2.8, 1.4)).toHaveLength(1)
  })

  it('that are ranks are compared with the order of the month, where ties share a rank', () => {
    const checks = new StatedChecks(() => null, 0.15)
    const words: string[] = []
    const rows = [
      ['1', 3],
      ['2', 4],
      ['2', 4],
      ['3', 5],
      ['—', 6],
    ] as const
    rows.forEach(([rank, value], i) => {
      checks.add({ row: i + 2, county: String(i), month: MONTH, value, stated: { rank } })
    })
    checks.add({ row: 9, county: '9', month: '2022-11', value: 1, stated: { rank: '1' } })
    checks.finish((row, field, { seen, expected }) => words.push(`${row} ${field} ${seen} ${expected}`))
    expect(words).toEqual(['5 rank 3 4'])
  })

  it('that are a month’s mean are compared with the mean of its rows, rounded to the even digit', () => {
    const mean = (value: number, ...values: number[]) => {
      const checks = new StatedChecks(() => null, 0.15)
      const words: string[] = []
      values.forEach((each, i) => {
        checks.add({ row: i, county: String(i), month: MONTH, value: each, stated: {} })
      })
      checks.addSum({ row: 9, month: MONTH, sum: 'mean', value })
      checks.finish((row, field, { code, expected }) => words.push(`${row} ${field} ${code} ${expected}`))
      return words
    }
    expect(mean(3.2, 3.1, 3.4)).toEqual([])
    expect(mean(3.4, 3.1, 3.4)).toEqual(['9 value stated-differs 3.2'])
    expect(mean(3.4)).toEqual([])
  })

  it('that are a month’s highest and lowest are compared with its rows, in any order', () => {
    const checks = new StatedChecks(() => null, 0.15)
    const words: string[] = []
    for (const [row, value] of [4, 12, 9, 3, 8].entries())
      checks.add({ row, county: String(row), month: MONTH, value, stated: {} })
    checks.addSum({ row: 8, month: MONTH, sum: 'highest', value: 9 })
    checks.addSum({ row: 9, month: MONTH, sum: 'lowest', value: 4 })
    checks.finish((row, field, { code, expected }) => words.push(`${row} ${field} ${code} ${expected}`))
    expect(words).toEqual(['8 value stated-differs 12.0', '9 value stated-differs 3.0'])
  })
})
