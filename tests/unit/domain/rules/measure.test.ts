import { describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { monthReport } from '@/domain/dustfall/month-report'
import { dustfallSeries } from '@/domain/dustfall/series'
import { type Clause, meets } from '@/domain/rules/clause'
import { findAll } from '@/domain/rules/findings'
import { type MeasureBase, measure, type RingFigures } from '@/domain/rules/measure'
import type { Rule, Scope } from '@/domain/rules/rule'
import { kindOfTable, tableOf } from '../made-table'

const RULE: Rule = {
  id: 'covered',
  clause: 1,
  kind: 'stockpile',
  title: { zh: '', en: '' },
  scope: [{ field: 'urban', is: true }],
  check: { type: 'all-yes', fields: ['covered'] },
  from: '2022-05-30',
  lead: [],
}
const stockpiles = tableOf({
  flags: {
    covered: [true, false, true, null, true],
    urban: [true, true, true, true, false],
    own: [true, false, null, true, true],
  },
  numbers: { rate: [95, 80, null, 91, 70], done: [1, 2, 4, null, 8], all: [4, 4, null, 4, 8] },
})
const STOCKPILES = { kind: 'stockpile', schema: kindOfTable(stockpiles), table: stockpiles, first: 0 }
const rules: Rule[] = [
  { ...RULE, id: 'everywhere', scope: [] },
  { ...RULE, id: 'other', check: { type: 'all-no', fields: ['covered'] } },
  RULE,
]
const figures = (total: number, newlyAdvanced: number, industries: number): RingFigures => ({
  total,
  onLadders: total,
  newlyAdvanced,
  industries,
})
const series = dustfallSeries({
  ranked: ['a', 'b', 'c'],
  points: [],
  records: [],
  published: [
    { county: 'a', month: '2022-10', value: 6.4, publication: '' },
    { county: 'b', month: '2022-10', value: 7.2, publication: '' },
  ],
  belowDetectionShare: 0.5,
})
const base = (more: Partial<MeasureBase> = {}): MeasureBase => ({
  tables: [
    { kind: 'road', table: tableOf({ numbers: { rate: [1] } }), first: 5 },
    { kind: 'stockpile', table: stockpiles, first: 0 },
  ],
  rules,
  findings: findAll([STOCKPILES], rules, parseDay('2022-10-31')).rules,
  inRing: figures(100, 3, 8),
  ringed: 328,
  report: monthReport(series, '2022-10', 7),
  asOf: parseDay('2022-10-31'),
  year: 2022,
  ...more,
})

describe('a measure', () => {
  it('“passing” is the percentage of the known sources in scope that meet a rule', () => {
    // Two of three; one is unknown, one outside the scope.
    expect(measure({ of: 'passing', rule: 'covered' }, base())).toEqual({ value: 200 / 3, known: 3, of: 4 })
    expect(measure({ of: 'passing', rule: 'other' }, base())).toEqual({ value: 100 / 3, known: 3, of: 4 })
    expect(measure({ of: 'passing', rule: 'everywhere' }, base())).toEqual({ value: 75, known: 4, of: 5 })
    expect(measure({ of: 'passing', rule: 'gone' }, base())).toBeNull()
  })

  it('“smallest” is the smallest value of a column, optionally only of rows with a flag', () => {
    expect(measure({ of: 'smallest', kind: 'stockpile', column: 'rate' }, base())).toEqual({
      value: 70,
      known: 4,
      of: 5,
    })
    const where = (is: boolean) => ({ flag: 'own', is })
    expect(measure({ of: 'smallest', kind: 'stockpile', column: 'rate', where: where(false) }, base())).toEqual({
      value: 80,
      known: 1,
      of: 1,
    })
    expect(measure({ of: 'smallest', kind: 'stockpile', column: 'done', where: where(true) }, base())).toEqual({
      value: 1,
      known: 2,
      of: 3,
    })
    expect(measure({ of: 'smallest', kind: 'stockpile', column: 'gone' }, base())).toBeNull()
    expect(measure({ of: 'smallest', kind: 'yard', column: 'rate' }, base())).toBeNull()
  })

  it('“share” divides the sums of the rows that have both values', () => {
    const share = { of: 'share', kind: 'stockpile', part: 'done', whole: 'all' } as const
    expect(measure(share, base())).toEqual({ value: (100 * 11) / 16, known: 3, of: 5 })
    expect(measure({ ...share, kind: 'yard' }, base())).toBeNull()
  })

  it('leaves out what was recorded after the day, and returns the day of the last record', () => {
    const table = tableOf({
      texts: { county: ['a', 'b', 'c'] },
      numbers: { rate: [70, 60, 80], done: [1, 5, 3], all: [4, 5, 4] },
      days: { seen: ['2022-09-20', '2022-10-21', '2022-09-02'] },
    })
    const dated = { kind: 'stockpile', table, first: 0, inspectedOn: table.columns.seen }
    const on = (day: string) => base({ tables: [dated], asOf: parseDay(day) })
    const smallest = { of: 'smallest', kind: 'stockpile', column: 'rate' } as const
    const share = { of: 'share', kind: 'stockpile', part: 'done', whole: 'all' } as const
    expect(measure(smallest, on('2022-10-31'))).toMatchObject({ value: 60, day: '2022-10-21', counties: ['b'] })
    // Records of another year than the plan's are left out too.
    for (const year of [2021, 2023]) expect(measure(smallest, { ...on('2023-12-31'), year })).toBeNull()
    expect(measure(share, { ...on('2023-12-31'), year: 2023 })).toBeNull()
    expect(measure(smallest, on('2022-09-30'))).toEqual({
      value: 70,
      known: 2,
      of: 3,
      day: '2022-09-20',
      counties: ['a'],
    })
    expect(measure(share, on('2022-09-30'))).toEqual({ value: 50, known: 2, of: 3, day: '2022-09-20' })
    expect(measure(smallest, on('2021-12-31'))).toBeNull()
    const flags = tableOf({
      flags: { covered: [true, false], urban: [true, true], own: [true, true] },
      days: { seen: ['2022-09-20', '2022-10-21'] },
    })
    const seen = {
      kind: 'stockpile',
      schema: kindOfTable(flags),
      table: flags,
      first: 0,
      inspectedOn: flags.columns.seen,
    }
    const passing = (day: string) =>
      measure(
        { of: 'passing', rule: 'covered' },
        base({ tables: [seen], findings: findAll([seen], rules, parseDay(day)).rules, asOf: parseDay(day) }),
      )
    expect(passing('2022-10-31')).toEqual({ value: 50, known: 2, of: 2, day: '2022-10-21' })
    expect(passing('2022-09-30')).toEqual({ value: 100, known: 1, of: 2, day: '2022-09-20' })
  })

  it('of rows is their number or percentage among the rows for which it is known', () => {
    const of = (what: 'count' | 'proportion', where: Scope[], among?: Scope[], over = base()) =>
      measure({ of: what, kind: 'stockpile', where, ...(among ? { among } : {}) }, over)
    const covered: Scope = { field: 'covered', is: true }
    const urban: Scope = { field: 'urban', is: true }
    expect(of('count', [covered])).toEqual({ value: 3, known: 4, of: 5 })
    expect(of('proportion', [covered])).toEqual({ value: 75, known: 4, of: 5 })
    expect(of('count', [covered], [urban])).toEqual({ value: 2, known: 3, of: 4 })
    // Only rows that meet all conditions of `among` count; for the third that is unknown.
    expect(of('count', [covered], [urban, { field: 'own', is: true }])).toEqual({ value: 1, known: 1, of: 2 })
    expect(of('count', [{ field: 'done', equals: 9 }])).toEqual({ value: 0, known: 4, of: 5 })
    expect(of('count', [covered], [{ field: 'done', equals: 9 }])).toBeNull()
    expect(of('count', [{ field: 'nowhere', is: true }])).toBeNull()
    expect(of('proportion', [{ field: 'covered', oneOf: ['是'] }])).toBeNull()
  })

  it('of rows of the plan’s year leaves out other years and later days; a row without a day is unknown', () => {
    const table = tableOf({
      flags: { paint: [true, true, true, true, true, false] },
      days: { sampled: ['2021-12-31', '2022-01-01', '2022-10-31', '2022-11-01', null, '2022-06-01'] },
    })
    const kind = { kind: 'stockpile', table, first: 0 }
    const of = (inYear: string, year: number) =>
      measure(
        { of: 'count', kind: 'stockpile', where: [{ field: 'paint', is: true }], inYear },
        base({ tables: [kind], year }),
      )
    expect(of('sampled', 2022)).toEqual({ value: 2, known: 3, of: 5 })
    expect(of('sampled', 2021)).toEqual({ value: 1, known: 1, of: 2 })
    expect(of('sampled', 2023)).toBeNull()
    expect(of('gone', 2022)).toBeNull()
    expect(of('paint', 2022)).toBeNull()
  })

  it('of rows leaves out what was recorded after the day', () => {
    const table = tableOf({ flags: { covered: [true, false] }, days: { seen: ['2022-09-20', '2022-10-21'] } })
    const seen = { kind: 'stockpile', schema: kindOfTable(table), table, first: 0, inspectedOn: table.columns.seen }
    const on = (day: string) =>
      measure(
        { of: 'proportion', kind: 'stockpile', where: [{ field: 'covered', is: true }] },
        base({ tables: [seen], asOf: parseDay(day) }),
      )
    expect(on('2022-10-31')).toEqual({ value: 50, known: 2, of: 2, day: '2022-10-21' })
    expect(on('2022-09-30')).toEqual({ value: 100, known: 1, of: 2, day: '2022-09-20' })
  })

  it('of enterprises counts those in the ring', () => {
    expect(measure({ of: 'newly-advanced' }, base())).toEqual({ value: 3, known: 100, of: 100 })
    expect(measure({ of: 'in-ring' }, base())).toEqual({ value: 100, known: 328, of: 328 })
    expect(measure({ of: 'industries' }, base())).toEqual({ value: 8, known: 100, of: 100 })
    const none = base({ inRing: figures(0, 0, 0), ringed: 0 })
    expect(measure({ of: 'newly-advanced' }, none)).toBeNull()
    expect(measure({ of: 'in-ring' }, none)).toBeNull()
    expect(measure({ of: 'in-ring' }, base({ inRing: figures(0, 0, 0) }))).toMatchObject({ value: 0 })
    expect(measure({ of: 'in-ring' }, base({ ringed: 0 }))).toBeNull()
    for (const of of ['newly-advanced', 'in-ring', 'industries'] as const)
      expect(measure({ of }, base({ inRing: null, ringed: 0 }))).toBeNull()
  })

  it('of dustfall is the worst figure among the counties with a figure', () => {
    expect(measure({ of: 'worst-dustfall' }, base())).toEqual({
      value: 7.2,
      known: 2,
      of: 3,
      month: '2022-10',
      counties: ['b'],
    })
    expect(measure({ of: 'worst-dustfall' }, base({ report: monthReport(series, '2020-01', 7) }))).toBeNull()
    expect(measure({ of: 'worst-dustfall' }, base({ report: null }))).toBeNull()
    // A month of the previous year does not count for a target of this year.
    expect(measure({ of: 'worst-dustfall' }, base({ year: 2023 }))).toBeNull()
  })
})

describe('a target', () => {
  it.each([
    ['≤', [true, true, false]],
    ['≥', [false, true, true]],
    ['=', [false, true, false]],
  ] as [Clause['targets'][number]['comparison'], boolean[]][])(
    '%s 7 is met by 6.9, 7 and 7.1: %j',
    (comparison, met) => {
      expect([6.9, 7, 7.1].map((value) => meets({ comparison, value: 7 }, value))).toEqual(met)
    },
  )
})
