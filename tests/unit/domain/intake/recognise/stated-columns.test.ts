import { describe, expect, it } from 'vitest'
import { importRows, type Rows } from '../import-rows'
import { townOf } from '../town'

const wide = (rows: Rows, figures: Record<string, number> = {}) =>
  importRows(rows, {
    context: '2022年降尘',
    choice: { role: 'dustfall-published' },
    town: townOf([], { figureOf: (county, month) => (county === '01' ? (figures[month] ?? null) : null) }),
  })
/** The columns that are compared, by heading: field and heading of the month. */
const compared = (headings: readonly string[]) => {
  const { plan } = wide([
    headings,
    ['东县', ...headings.slice(1).map(() => '5')],
    ['西县', ...headings.slice(1).map(() => '6')],
  ])
  return Object.fromEntries(
    [...plan.stated].map(([column, { field, of }]) => [headings[column], [field, headings[of]]]),
  )
}

describe('derived figures in a table with a column per month', () => {
  it.each([
    [['区县', '9月', '10月', '去年同期', '同比'], { 去年同期: ['lastYear', '10月'], 同比: ['yearOnYear', '10月'] }],
    [
      ['区县', '9月', '9月同比', '10月', '去年10月', '10月同比(%)'],
      {
        '9月同比': ['yearOnYear', '9月'],
        去年10月: ['lastYear', '10月'],
        '10月同比(%)': ['yearOnYear', '10月'],
      },
    ],
    [['区县', '10月', '9月', '环比'], { 环比: ['monthOnMonth', '10月'] }],
    [['区县', '2022年10月', '2021年10月', '同比'], { 同比: ['yearOnYear', '2022年10月'] }],
    [['区县', '2021年10月', '2022年10月', '10月同比'], { '10月同比': ['yearOnYear', '2022年10月'] }],
    // Of several months together, or of none that is known.
    [['区县', '9月', '10月', '累计均值', '同比'], {}],
    [['区县', '9月', '10月', '11月同比', '排名'], {}],
    [['区县', '同比', '9月', '10月'], {}],
  ])('are of the month that their heading names, or directly before them: %o', (headings, expected) => {
    expect(compared(headings)).toEqual(expected)
  })

  it('are of the month above them in a grouped heading, also below a repeated one', () => {
    const { plan } = wide([
      ['区县', '2022年9月', '', '2022年10月', ''],
      ['', '降尘量', '同比', '降尘量', '同比'],
      ['东县', '5', '1', '6', '2'],
      ['西县', '5', '1', '6', '2'],
    ])
    expect([...plan.stated].map(([column, { of }]) => [column, of])).toEqual([
      [2, 1],
      [4, 3],
    ])
  })

  it('are compared with known figures and never stored', () => {
    const { said, column, table } = wide(
      [
        ['区县', '9月', '10月', '去年同期', '同比'],
        ['东县', '4', '5', '9', '37.5'],
        ['西县', '4', '6.1', '6.9', '20'],
      ],
      { '2021-10': 8 },
    )
    expect(column('value')).toEqual([4, 5, 4, 6.1])
    expect(table.length).toBe(4)
    expect(said.sort()).toEqual([
      'kept|change-by-table|同比|3|20|-11.6',
      'kept|last-year-compared|去年同期|3|6.9',
      'kept|stated-differs|去年同期|2|9|8.0',
      'kept|stated-differs|同比|2|37.5|-37.5',
    ])
  })

  it('in the unit of their table', () => {
    const { said } = importRows(
      [
        ['区县', '9月(mg/100cm²·月)', '10月(mg/100cm²·月)', '去年同期'],
        ['东县', '40', '50', '80'],
        ['西县', '40', '50', '—'],
      ],
      {
        context: '2022年降尘',
        choice: { role: 'dustfall-published' },
        town: townOf([], { figureOf: (county, month) => (county === '01' && month === '2021-10' ? 8 : null) }),
      },
    )
    expect(said.filter((each) => !each.includes('unit-converted'))).toEqual([])
  })

  it('does not take the months that are still to come for the latest', () => {
    const { plan } = wide([
      ['区县', '10月', '11月', '12月', '同比'],
      ['东县', '5', '6', '', '2'],
      ['西县', '5', '6', '', '2'],
    ])
    expect([...plan.stated]).toEqual([[4, { field: 'yearOnYear', of: 2 }]])
  })
})
