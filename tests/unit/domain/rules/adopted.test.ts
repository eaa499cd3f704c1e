import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay, type IsoDay, parseDay } from '@/domain/calendar'
import { ruleAnsweredOnDay } from '@/domain/rules/answered-rule'
import { findAll, findingsOf } from '@/domain/rules/findings'
import type { KindTable } from '@/domain/rules/kind-table'
import type { Check, Rule } from '@/domain/rules/rule'
import { STATUS_NAMES } from '@/domain/rules/status'
import { type TeamObservation, withTeamObservations } from '@/domain/rules/team-observations'
import type { Table } from '@/domain/table/column'
import { kindOfTable, tableOf } from '../made-table'

/** The last day of the old plan, and the first day of the new one. */
const [LAST, FIRST] = ['2023-04-19', '2023-04-20']

/** A requirement after a new plan is adopted: the new rule keeps the id, the old rule gets another. */
function adopted(before: Check, now: Check, more: { readonly before?: object; readonly now?: object } = {}) {
  const rule: Rule = {
    ...{ id: 'r', clause: 1, kind: 'yard', title: { zh: '', en: '' }, scope: [], check: before, from: '2022-05-30' },
    ...{ lead: [], ...more.before },
  }
  return [
    { ...rule, id: 'r@2022', until: LAST },
    { ...rule, check: now, from: FIRST, follows: 'r@2022', ...more.now },
  ] satisfies Rule[]
}

const answer = (day: IsoDay, holds: boolean, deadline?: IsoDay, item = 'r'): TeamObservation => ({
  ...{ kind: 'yard', code: 'A', day, answers: { [item]: holds } },
  deadlines: deadline === undefined ? {} : { [item]: deadline },
})

function standing(rules: readonly Rule[], table: Table, seen: readonly TeamObservation[], asOf: IsoDay) {
  const coded = { ...table, columns: { ...tableOf({ texts: { code: ['A'] } }).columns, ...table.columns } }
  const kind: KindTable = { kind: 'yard', schema: kindOfTable(coded), table: coded, first: 0 }
  const found = findAll([withTeamObservations(kind, seen, parseDay(asOf), [], rules)], rules, parseDay(asOf), 2023)
  const [finding] = findingsOf(found.rules, 0)
  if (!finding) return null
  const { status, since, due, days } = finding
  const iso = (day: number | null) => (day === null ? null : formatDay(day))
  return { status: STATUS_NAMES[status], since: iso(since), due: iso(due), days }
}

const doneOn = (day: string | null) => tableOf({ days: { doneOn: [day] } })
const every = (days: number): Check => ({ type: 'max-age', field: 'doneOn', days })
const atLeast = (value: number): Check => ({ type: 'at-least', field: 'count', value })
const counted = (count: number | null, foundOn: string | null = null, rectifyBy: string | null = null) =>
  tableOf({ numbers: { count: [count] }, days: { foundOn: [foundOn], rectifyBy: [rectifyBy] } })

describe('an interval changed by a new plan', () => {
  const rules = adopted(every(30), every(15))

  it('counts from the last time, even if only a team recorded it', () => {
    expect(standing(rules, doneOn('2023-04-10'), [], '2023-04-27')).toEqual({
      ...{ status: 'overdue', since: '2023-04-26', due: '2023-04-25' },
      days: 2,
    })
    expect(standing(rules, doneOn('2022-12-01'), [answer('2023-04-10', true)], '2023-04-27')).toEqual({
      ...{ status: 'overdue', since: '2023-04-26', due: '2023-04-25' },
      days: 2,
    })
  })

  it('keeps the old due day for what was in time', () => {
    for (const [table, seen] of [
      [doneOn('2023-03-25'), []],
      [doneOn('2022-12-01'), [answer('2023-03-25', true)]],
    ] as const) {
      expect(standing(rules, table, seen, LAST)).toBeNull()
      expect(standing(rules, table, seen, FIRST)).toEqual({ status: 'due', since: null, due: '2023-04-24', days: 4 })
      expect(standing(rules, table, seen, '2023-04-26')).toMatchObject({ status: 'overdue', due: '2023-04-24' })
    }
  })

  it('keeps a time recorded by a team when another team finds it undone', () => {
    const seen = [answer('2023-04-10', true), answer('2023-05-20', false)]
    expect(standing(rules, doneOn('2022-01-01'), seen, '2023-05-21')).toEqual({
      ...{ status: 'overdue', since: '2023-04-26', due: '2023-04-25' },
      days: 26,
    })
  })
})

describe('a threshold changed by a new plan', () => {
  const stricter = adopted(atLeast(85), atLeast(92))

  it('has no day of failure if the old threshold was met, and is not overdue by an earlier deadline', () => {
    const table = counted(88, '2022-07-01', '2022-08-01')
    expect(standing(stricter, table, [], LAST)).toBeNull()
    expect(standing(stricter, table, [], '2023-06-01')).toEqual({ status: 'failing', since: null, due: null, days: 0 })
  })

  it('keeps the day of failure if it was never met, and the day since when it is overdue', () => {
    expect(standing(stricter, counted(60, '2022-07-01'), [], FIRST)).toMatchObject({
      ...{ status: 'failing', since: '2022-07-01' },
    })
    expect(standing(stricter, counted(60, '2022-07-01', '2022-08-01'), [], FIRST)).toMatchObject({
      ...{ status: 'overdue', since: '2022-07-01', due: '2022-08-01' },
    })
    // The failure that a team found, and its deadline, belong to the old rule.
    const seen = [answer('2022-09-01', false, '2022-10-01')]
    expect(standing(stricter, counted(90), seen, '2023-05-01')).toMatchObject({
      ...{ status: 'overdue', since: '2022-09-01', due: '2022-10-01' },
    })
    expect(standing(stricter, counted(90), [...seen, answer('2023-04-28', true)], '2023-05-01')).toBeNull()
  })

  it('is answered by a yes to a stricter one, but not to a milder one, and is not overdue because of it', () => {
    const yes = [answer('2023-03-01', true)]
    expect(standing(adopted(atLeast(92), atLeast(85)), counted(60), yes, FIRST)).toBeNull()
    expect(standing(stricter, counted(88, '2022-07-01', '2022-08-01'), yes, FIRST)).toMatchObject({
      ...{ status: 'failing', since: null, due: null },
    })
    expect(standing(stricter, tableOf({ numbers: { count: [null] }, days: {} }), yes, FIRST)).toMatchObject({
      status: 'unknown',
    })
  })

  it('is answered only by records from the day on which the plan was put in force here', () => {
    const read = adopted(atLeast(85), atLeast(92), { now: { askedFrom: '2023-05-11' } })
    const yes = (day: IsoDay) => standing(read, counted(60), [answer(day, true)], '2023-06-01')
    expect(yes('2023-05-10')).toMatchObject({ status: 'failing' })
    expect(yes('2023-05-11')).toBeNull()
    expect(standing(read, counted(null), [answer('2023-05-10', false)], '2023-06-01')).toMatchObject({
      ...{ status: 'failing', since: '2023-05-10' },
    })
    expect(ruleAnsweredOnDay(read, 'r', '2023-05-10')?.id).toBe('r@2022')
  })

  it('accepts records of a tablet that still has the old plan', () => {
    const old = [answer('2023-05-01', true, undefined, 'r@2022')]
    expect(standing(stricter, counted(60), old, '2023-05-02')).toBeNull()
  })
})

it('a record answers the rule that applied on its day', () => {
  const rules = adopted(atLeast(85), atLeast(92))
  expect(['2023-03-01', FIRST].map((day) => ruleAnsweredOnDay(rules, 'r', day)?.id)).toEqual(['r@2022', 'r'])
  expect(ruleAnsweredOnDay(rules, 'other', FIRST)).toBeUndefined()
})

describe('a deadline changed by a new plan', () => {
  const task = (done: boolean) => tableOf({ flags: { ok: [done] }, days: { doneOn: [null] } })
  const by = (day: IsoDay): Check => ({ type: 'done', flag: 'ok', day: 'doneOn', deadline: { day } })

  it('is the new one, even before the issue of the plan; nothing is overdue until after the first day', () => {
    const rules = adopted(by('2023-05-31'), by('2023-03-31'))
    expect(standing(rules, task(false), [], FIRST)).toMatchObject({ status: 'due', due: '2023-03-31' })
    expect(standing(rules, task(false), [], '2023-04-25')).toEqual({
      ...{ status: 'overdue', since: '2023-04-01', due: '2023-03-31' },
      days: 25,
    })
  })

  it('does not excuse what was overdue under the old one', () => {
    const rules = adopted(by('2022-05-31'), by('2023-05-31'))
    expect(standing(rules, task(false), [], FIRST)).toEqual({
      ...{ status: 'overdue', since: '2022-06-01', due: '2022-05-31' },
      days: 324,
    })
  })
})

describe('whatever a row contains and a team recorded', () => {
  const day = fc.integer({ min: parseDay('2022-01-01'), max: parseDay(LAST) }).map(formatDay)
  const maybe = fc.option(day, { nil: null })
  const row = fc.record({
    ok: fc.option(fc.boolean(), { nil: null }),
    b: fc.boolean(),
    count: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
    doneOn: maybe,
    since: maybe,
    foundOn: maybe,
    rectifyBy: maybe,
  })
  type Row = typeof row extends fc.Arbitrary<infer Each> ? Each : never
  const tableWith = ({ ok, b, count, ...days }: Row) =>
    tableOf({
      flags: { ok: [ok], b: [b] },
      numbers: { count: [count], whole: [9] },
      texts: { grade: [count === null ? '' : count > 6 ? 'A' : count > 3 ? 'B' : 'C'] },
      days: Object.fromEntries(Object.entries(days).map(([name, value]) => [name, [value]])),
    })
  const records = fc.array(
    fc.tuple(day, fc.boolean(), fc.option(day, { nil: undefined })).map((each) => answer(...each)),
    { maxLength: 3 },
  )
  /** Pairs of checks, the second one stricter. */
  const pairs: readonly (readonly [Check, Check])[] = [
    [every(60), every(15)],
    [
      { type: 'this-quarter', field: 'doneOn' },
      { type: 'this-month', field: 'doneOn' },
    ],
    [{ type: 'this-month', field: 'doneOn' }, every(3)],
    [
      { type: 'all-yes', fields: ['ok'] },
      { type: 'all-yes', fields: ['ok', 'b'] },
    ],
    [
      { type: 'all-no', fields: ['ok'] },
      { type: 'all-no', fields: ['b', 'ok'] },
    ],
    [
      { type: 'present', fields: ['grade'] },
      { type: 'present', fields: ['grade'] },
    ],
    [atLeast(5), atLeast(8)],
    [
      { type: 'at-most', field: 'count', value: 5 },
      { type: 'at-most', field: 'count', value: 2 },
    ],
    [
      { type: 'share-at-least', part: 'count', whole: 'whole', percent: 50 },
      { type: 'share-at-least', part: 'count', whole: 'whole', percent: 80 },
    ],
    [
      { type: 'one-of', field: 'grade', values: ['A', 'B'] },
      { type: 'one-of', field: 'grade', values: ['A'] },
    ],
    [
      { type: 'after-months', since: 'since', months: 3, fields: ['ok'] },
      { type: 'after-months', since: 'since', months: 1, fields: ['ok', 'b'] },
    ],
    [
      { type: 'done', flag: 'ok', day: 'doneOn', deadline: { day: '2022-12-31' } },
      { type: 'done', flag: 'ok', day: 'doneOn', deadline: { day: '2022-10-31' } },
    ],
    [
      { type: 'not-before', field: 'doneOn', day: '2022-01-01', deadline: '2022-05-31' },
      { type: 'not-before', field: 'doneOn', day: '2022-09-01', deadline: '2023-05-31' },
    ],
  ]
  const either = fc.constantFrom(...pairs, ...pairs.map(([one, other]) => [other, one] as const))

  it('what is overdue on the last day stays so the day after with the same days, unless it meets the new rule', () => {
    fc.assert(
      fc.property(row, records, either, maybe, (of, seen, [before, now], deadline) => {
        // What is no longer required is not overdue.
        if ('fields' in before && 'fields' in now && before.fields.length > now.fields.length) return
        const rules = adopted(before, now, { before: deadline ? { deadline } : {}, now: { deadline: undefined } })
        const [was, is] = [LAST, FIRST].map((asOf) => standing(rules, tableWith(of), seen, asOf))
        if (was?.status === 'overdue' && is !== null) expect(is).toEqual({ ...was, days: was.days + 1 })
      }),
      { numRuns: 1500 },
    )
  })

  it('what is met or in time on the last day is not overdue on the day after, and later only by days within the new plan', () => {
    fc.assert(
      fc.property(row, records, either, maybe, (of, seen, [before, now], deadline) => {
        const rules = adopted(before, now, { before: deadline ? { deadline } : {}, now: { deadline: undefined } })
        const alone = [{ ...rules[0]!, id: 'r', until: '2023-12-31' }]
        const next = '2023-04-21'
        if (standing(rules, tableWith(of), seen, LAST)?.status === 'failing') return
        // It would have become overdue under the old rule as well.
        if (standing(alone, tableWith(of), seen, next)?.status === 'overdue') return
        const [first, second] = [FIRST, next].map((asOf) => standing(rules, tableWith(of), seen, asOf))
        expect(first?.status).not.toBe('overdue')
        // Only a deadline of the plan before its issue, and months since a day of the row, can make it overdue at once.
        if (second?.status !== 'overdue' || now.type === 'done' || now.type === 'after-months') return
        expect(second.due).toBe(FIRST)
      }),
      { numRuns: 1500 },
    )
  })

  it('what meets the old rule by a record meets a milder one, and an interval until it ends', () => {
    fc.assert(
      fc.property(row, records, fc.constantFrom(...pairs), (of, seen, [milder, stricter]) => {
        const rules = adopted(stricter, milder)
        const last = [...seen].sort((a, b) => (a.day < b.day ? -1 : 1)).at(-1)
        if (!last?.answers.r || standing(rules, tableWith(of), seen, LAST) !== null) return
        expect(['due', undefined]).toContain(standing(rules, tableWith(of), seen, FIRST)?.status)
      }),
      { numRuns: 1000 },
    )
  })
})
