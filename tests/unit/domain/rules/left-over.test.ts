import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay, parseDay } from '@/domain/calendar'
import { findAll, findingsOf } from '@/domain/rules/findings'
import type { KindTable } from '@/domain/rules/kind-table'
import { stillAsked } from '@/domain/rules/relation'
import type { Check, Rule } from '@/domain/rules/rule'
import { plannedChange } from '@/domain/rules/rule-change'
import { STATUS, STATUS_NAMES } from '@/domain/rules/status'
import type { Table } from '@/domain/table/column'
import { kindOfTable, tableOf } from '../made-table'

const [LAST, FIRST] = ['2022-08-31', '2022-09-01']
const BEFORE: Rule = {
  id: 'before',
  clause: 1,
  kind: 'yard',
  title: { zh: '', en: '' },
  scope: [],
  check: { type: 'max-age', field: 'doneOn', days: 30 },
  from: '2022-05-30',
  lead: [],
}

/** A rule and its replacement from the first of September on. */
function changed(before: Partial<Rule>, now: Partial<Rule>): readonly Rule[] {
  const original = { ...BEFORE, ...before }
  const { ended, rule } = plannedChange(original, { ...original, ...now, from: FIRST }, 'from', FIRST, FIRST)
  return [ended!, { ...rule, id: 'after' }]
}

function standing(rules: readonly Rule[], table: Table, asOf: string, more: Partial<KindTable> = {}) {
  const kind: KindTable = { kind: 'yard', schema: kindOfTable(table), table, first: 0, ...more }
  const found = findAll([kind], rules, parseDay(asOf))
  const [finding] = findingsOf(found.rules, 0)
  if (!finding) return null
  const { status, since, due, days } = finding
  return {
    ...{ status: STATUS_NAMES[status], days, due: due === null ? null : formatDay(due) },
    since: since === null ? null : formatDay(since),
  }
}
const DAYS_15 = { type: 'max-age', field: 'doneOn', days: 15 } as const
const doneOn = (day: string | null) => tableOf({ days: { doneOn: [day] } })

describe('what was overdue when a stricter rule replaced a rule', () => {
  const rules = changed({}, { check: { type: 'max-age', field: 'doneOn', days: 15 } })

  it('stays overdue since the same day until it is done', () => {
    const table = doneOn('2022-07-01')
    expect(standing(rules, table, LAST)).toEqual({
      ...{ status: 'overdue', since: '2022-08-01', due: '2022-07-31' },
      days: 31,
    })
    for (const [day, days] of [
      [FIRST, 32],
      ['2022-10-10', 71],
    ] as const)
      expect(standing(rules, table, day)).toEqual({
        ...{ status: 'overdue', since: '2022-08-01', due: '2022-07-31' },
        days,
      })
    expect(standing(rules, doneOn('2022-09-02'), '2022-09-03')).toBeNull()
    // Once it was done, only the new rule counts.
    expect(standing(rules, doneOn('2022-09-02'), '2022-09-20')).toMatchObject({ status: 'overdue', due: '2022-09-17' })
  })

  it('does not include what was in time: its old due day stays, at most one interval of the new rule ahead', () => {
    expect(standing(rules, doneOn('2022-08-10'), LAST)).toBeNull()
    expect(standing(rules, doneOn('2022-08-10'), FIRST)).toMatchObject({ status: 'due', due: '2022-09-09' })
    // The old interval would leave more time than one interval of the new rule.
    const quarterly = changed({ check: { type: 'this-quarter', field: 'doneOn' } }, { check: { ...DAYS_15 } })
    expect(standing(quarterly, doneOn('2022-07-02'), FIRST)).toMatchObject({ status: 'due', due: '2022-09-16' })
    expect(standing(quarterly, doneOn('2022-07-02'), '2022-09-18')).toEqual({
      ...{ status: 'overdue', since: '2022-09-17', due: '2022-09-16' },
      days: 2,
    })
  })

  it('does not include a row outside the old rule’s scope: the new rule applies from its first day', () => {
    const graded = tableOf({ texts: { grade: ['B'] }, days: { doneOn: ['2022-01-01'] } })
    const widened = changed({ scope: [{ field: 'grade', oneOf: ['A'] }] }, { scope: [] })
    const alone = widened.slice(1).map(({ follows: _, ...rule }) => rule)
    expect(standing(widened, graded, LAST)).toBeNull()
    for (const day of [FIRST, '2022-09-02', '2022-10-15'])
      expect(standing(widened, graded, day)).toEqual(standing(alone, graded, day))
    expect(standing(widened, graded, '2022-09-02')).toEqual({
      ...{ status: 'overdue', since: '2022-09-02', due: FIRST },
      days: 1,
    })
  })

  it('does not include what was due on the last day of the old rule: it is late from the new rule’s first day on', () => {
    expect(standing(rules, doneOn('2022-08-01'), LAST)).toBeNull()
    expect(standing(rules, doneOn('2022-08-01'), '2022-09-02')).toEqual({
      ...{ status: 'overdue', since: '2022-09-02', due: FIRST },
      days: 1,
    })
  })

  it('is kept through several changes, but not after a rule in between was met', () => {
    const [first, second] = changed({}, { check: { type: 'max-age', field: 'doneOn', days: 20 } })
    const third = { ...second!, id: 'third', from: '2022-10-01', follows: 'after' }
    const chain = [first!, { ...second!, until: '2022-09-30' }, third]
    expect(standing(chain, doneOn('2022-07-01'), '2022-10-02')).toMatchObject({ status: 'overdue', due: '2022-07-31' })
    const mild: Rule = { ...second!, until: '2022-09-30', check: { type: 'max-age', field: 'doneOn', days: 120 } }
    expect(standing([first!, mild, third], doneOn('2022-07-01'), '2022-09-30')).toBeNull()
    expect(standing([first!, mild, third], doneOn('2022-07-01'), '2022-10-01')).toMatchObject({ status: 'due' })
  })

  it('is counted once, for the rule in force', () => {
    const table = doneOn('2022-07-01')
    const kind: KindTable = { kind: 'yard', schema: kindOfTable(table), table, first: 0 }
    const { rules: found, severity } = findAll([kind], rules, parseDay(FIRST))
    expect(found.map(({ rule }) => rules[rule]!.id)).toEqual(['after'])
    expect([severity.status[0], severity.overdueDays[0]]).toEqual([STATUS.overdue, 32])
  })
})

describe('the part of a check that is still required', () => {
  const flags = (ok: boolean, day = '2022-08-01') =>
    tableOf({ flags: { ok: [ok], other: [false] }, days: { rectifyBy: ['2022-08-10'], foundOn: [day] } })

  it('is the flags that both rules require', () => {
    const kept = changed(
      { check: { type: 'all-yes', fields: ['ok'] } },
      { check: { type: 'all-yes', fields: ['ok', 'other'] } },
    )
    expect(standing(kept, flags(false), FIRST)).toMatchObject({ status: 'overdue', due: '2022-08-10' })
    // The failing flag was not required before.
    expect(standing(kept, flags(true), FIRST)).toMatchObject({ status: 'failing' })
    const gone = changed(
      { check: { type: 'all-yes', fields: ['ok'] } },
      { check: { type: 'all-yes', fields: ['other'] } },
    )
    expect(standing(gone, flags(false), FIRST)).toMatchObject({ status: 'failing' })
  })

  it('is a threshold that is missed under the new rule too', () => {
    const water = (count: number) => tableOf({ numbers: { count: [count] }, days: { foundOn: ['2022-07-01'] } })
    const check = (value: number): Check => ({ type: 'at-least', field: 'count', value })
    const milder = changed({ check: check(6), deadline: '2022-07-31' }, { check: check(4), deadline: '2022-12-31' })
    expect(standing(milder, water(3), FIRST)).toMatchObject({ status: 'overdue', due: '2022-07-31', days: 32 })
    expect(standing(milder, water(5), FIRST)).toBeNull()
    const stricter = changed({ check: check(6), deadline: '2022-07-31' }, { check: check(8), deadline: '2022-12-31' })
    expect(standing(stricter, water(7), FIRST)).toMatchObject({ status: 'due', due: '2022-12-31' })
  })

  it('is a deadline that has passed: a later one does not undo that', () => {
    const check = (day: string): Check => ({ type: 'done', flag: 'done', day: 'doneOn', deadline: { day } })
    const rules = changed({ check: check('2022-07-31') }, { check: check('2022-12-31') })
    const task = (done: boolean, day: string | null) => tableOf({ flags: { done: [done] }, days: { doneOn: [day] } })
    expect(standing(rules, task(false, null), '2022-09-10')).toMatchObject({
      status: 'overdue',
      due: '2022-07-31',
      days: 41,
    })
    expect(standing(rules, task(true, '2022-09-05'), '2022-09-10')).toBeNull()
  })

  it('does not include failures found after the old rule ended, or under a hint', () => {
    const check: Check = { type: 'all-yes', fields: ['ok'] }
    const rules = changed(
      { check, deadline: '2022-07-31' },
      { check: { type: 'all-yes', fields: ['ok', 'other'] }, deadline: '2022-12-31' },
    )
    const found = (day: string) => tableOf({ flags: { ok: [false], other: [true] }, days: { foundOn: [day] } })
    expect(standing(rules, found('2022-08-20'), '2022-09-12')).toMatchObject({ status: 'overdue' })
    expect(standing(rules, found('2022-09-10'), '2022-09-12')).toMatchObject({ status: 'due', due: '2022-12-31' })
    const hints = changed(
      { advisory: true },
      { advisory: false, check: { type: 'max-age', field: 'doneOn', days: 15 } },
    )
    expect(standing(hints, doneOn('2022-07-01'), FIRST)).toMatchObject({ status: 'due' })
  })

  it('is the same column in the same direction', () => {
    const done: Check = { type: 'done', flag: 'ok', day: 'doneOn', deadline: { day: LAST } }
    const month: Check = { type: 'this-month', field: 'doneOn' }
    expect(stillAsked(done, month)).toBe(done)
    expect(stillAsked(month, { type: 'this-quarter', field: 'otherOn' })).toBeNull()
    expect(stillAsked({ type: 'all-yes', fields: ['a', 'b'] }, { ...done, flag: 'b' })).toEqual({
      type: 'all-yes',
      fields: ['b'],
    })
    expect(stillAsked({ type: 'all-yes', fields: ['a'] }, { type: 'all-no', fields: ['a'] })).toBeNull()
    expect(stillAsked({ type: 'at-least', field: 'n', value: 1 }, { type: 'at-most', field: 'n', value: 1 })).toBeNull()
    expect(stillAsked({ type: 'present', fields: ['a', 'b'] }, { type: 'one-of', field: 'a', values: ['x'] })).toEqual({
      ...{ type: 'present', fields: ['a'] },
    })
    const share: Check = { type: 'share-at-least', part: 'p', whole: 'w', percent: 80 }
    expect(stillAsked(share, { ...share, percent: 90 })).toBe(share)
    expect(stillAsked(share, { ...share, whole: 'v' })).toBeNull()
    const months: Check = { type: 'after-months', since: 'bareSince', months: 3, fields: ['a', 'b'] }
    expect(stillAsked(months, { type: 'all-yes', fields: ['b'] })).toEqual({ ...months, fields: ['b'] })
  })
})

describe('whatever a row contains', () => {
  const day = fc.integer({ min: parseDay('2021-06-01'), max: parseDay('2022-08-31') }).map(formatDay)
  const maybe = fc.option(day, { nil: null })
  const row = fc.record({
    ok: fc.option(fc.boolean(), { nil: null }),
    b: fc.boolean(),
    count: fc.integer({ min: 0, max: 9 }),
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
      texts: { grade: [count > 6 ? 'A' : count > 3 ? 'B' : 'C'] },
      days: Object.fromEntries(Object.entries(days).map(([name, value]) => [name, [value]])),
    })
  /** Pairs of checks, the second one stricter. */
  const pairs: readonly (readonly [Check, Check])[] = [
    [
      { type: 'max-age', field: 'doneOn', days: 60 },
      { type: 'max-age', field: 'doneOn', days: 15 },
    ],
    [
      { type: 'this-quarter', field: 'doneOn' },
      { type: 'this-month', field: 'doneOn' },
    ],
    [
      { type: 'this-month', field: 'doneOn' },
      { type: 'max-age', field: 'doneOn', days: 3 },
    ],
    [
      { type: 'all-yes', fields: ['ok'] },
      { type: 'all-yes', fields: ['ok', 'b'] },
    ],
    [
      { type: 'all-no', fields: ['ok'] },
      { type: 'all-no', fields: ['b', 'ok'] },
    ],
    [
      { type: 'at-least', field: 'count', value: 5 },
      { type: 'at-least', field: 'count', value: 8 },
    ],
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
      { type: 'done', flag: 'ok', day: 'doneOn', deadline: { day: '2022-07-31' } },
      { type: 'done', flag: 'ok', day: 'doneOn', deadline: { day: '2022-08-15' } },
    ],
    [
      { type: 'not-before', field: 'doneOn', day: '2022-01-01', deadline: '2022-07-31' },
      { type: 'not-before', field: 'doneOn', day: '2022-06-01', deadline: '2022-12-31' },
    ],
  ]

  it('what is overdue the day before a stricter rule begins stays so, one day longer, on its first day', () => {
    fc.assert(
      fc.property(row, fc.constantFrom(...pairs), maybe, (of, [before, now], deadline) => {
        const table = tableWith(of)
        const rules = changed({ check: before, ...(deadline ? { deadline } : {}) }, { check: now })
        const [was, is] = [standing(rules, table, LAST), standing(rules, table, FIRST)]
        if (was?.status !== 'overdue') return
        expect(is).toEqual({ ...was, days: was.days + 1 })
      }),
      { numRuns: 4000 },
    )
  })
})

it('ends the search if rules follow each other in a circle', () => {
  const one: Rule = { ...BEFORE, id: 'one', from: '2022-06-01', until: '2022-05-01', follows: 'other' }
  const other: Rule = { ...one, id: 'other', follows: 'one' }
  const last: Rule = { ...BEFORE, id: 'last', from: FIRST, follows: 'one' }
  expect(standing([one, other, last], doneOn('2022-01-01'), '2022-09-30')?.status).toBe('overdue')
})
