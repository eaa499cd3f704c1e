import { describe, expect, it } from 'vitest'
import { formatDay, parseDay } from '@/domain/calendar'
import { findAll } from '@/domain/rules/findings'
import type { KindTable } from '@/domain/rules/kind-table'
import type { Rule } from '@/domain/rules/rule'
import { type Seen, withoutHints, withTeamObservations } from '@/domain/rules/seen'
import { STATUS } from '@/domain/rules/status'
import { ABSENT_DAY, type Value, valueAt } from '@/domain/table/column'
import { kindOfTable, tableOf } from '../made-table'

const ASKED = ['covered', 'washed']

const made = (
  days: { inspectedOn?: string | null; foundOn?: string | null; rectifyBy?: string | null } = {},
): KindTable => {
  const table = tableOf({
    texts: { code: ['A', 'B'] },
    flags: { covered: [false, true], washed: [true, null] },
    days: {
      inspectedOn: [days.inspectedOn ?? null, '2022-09-01'],
      foundOn: [days.foundOn ?? null, null],
      rectifyBy: [days.rectifyBy ?? null, null],
    },
  })
  return { kind: 'yard', schema: kindOfTable(table), first: 0, table }
}
const seen = (day: string, answers: Seen['answers'], more: Partial<Seen> = {}): Seen => ({
  kind: 'yard',
  code: 'A',
  day,
  answers,
  deadlines: {},
  ...more,
})
/** The row of source A after all observations. */
function rowAfter(kind: KindTable, ...all: Seen[]) {
  const { table, seen: after } = withTeamObservations(kind, all, parseDay('2022-10-31'), ASKED)
  const day = (value: Value) => (value === null ? null : formatDay(value as number))
  return {
    covered: valueAt(table, 'covered', 0),
    inspectedOn: day(valueAt(table, 'inspectedOn', 0)),
    foundOn: day(valueAt(table, 'foundOn', 0)),
    rectifyBy: day(valueAt(table, 'rectifyBy', 0)),
    items: after?.items.get(0) ?? null,
  }
}

describe('an observation of a team', () => {
  it('replaces the table’s value of the source, without changing the given table or other rows', () => {
    const kind = made()
    const { table } = withTeamObservations(
      kind,
      [seen('2022-10-01', { covered: true, washed: false })],
      parseDay('2022-10-31'),
      ASKED,
    )
    expect(valueAt(table, 'covered', 0)).toBe(true)
    expect(valueAt(table, 'washed', 0)).toBe(false)
    expect(valueAt(table, 'covered', 1)).toBe(true)
    expect(valueAt(table, 'washed', 1)).toBeNull()
    expect(valueAt(kind.table, 'covered', 0)).toBe(false)
    expect(valueAt(kind.table, 'inspectedOn', 0)).toBeNull()
    expect(valueAt(table, 'code', 0)).toBe('A')
  })

  it('counts up to the as-of day, for its own kind and code, and not against a later value of the table', () => {
    const kind = made({ inspectedOn: '2022-10-10' })
    const untouched = rowAfter(kind)
    expect(rowAfter(kind, seen('2022-11-01', { covered: true }))).toEqual(untouched)
    expect(rowAfter(kind, seen('2022-10-31', { covered: true })).covered).toBe(true)
    expect(rowAfter(kind, seen('2022-10-20', { covered: true }, { kind: 'road' }))).toEqual(untouched)
    expect(rowAfter(kind, seen('2022-10-20', { covered: true, other: true }, { code: 'Z' }))).toEqual({
      ...untouched,
      items: null,
    })
    expect(
      withTeamObservations(kind, [seen('2022-10-20', { other: true }, { code: 'Z' })], parseDay('2022-10-31'), ASKED)
        .seen?.items.size,
    ).toBe(0)
    expect(rowAfter(kind, seen('2022-10-09', { covered: true })).covered).toBe(false)
    expect(rowAfter(kind, seen('2022-10-10', { covered: true }))).toMatchObject({
      covered: true,
      inspectedOn: '2022-10-10',
    })
  })

  it('leaves the same table if there are none', () => {
    const kind = made()
    expect(withTeamObservations(kind, [seen('2022-11-01', { covered: true })], parseDay('2022-10-31'), ASKED)).toBe(
      kind,
    )
  })

  it('counts in the order of days, whichever arrived first; on the same day the last one wins', () => {
    const both = [seen('2022-10-20', { covered: false }), seen('2022-10-02', { covered: true })]
    expect(rowAfter(made(), ...both)).toMatchObject({ covered: false, inspectedOn: '2022-10-20' })
    const failures = [seen('2022-10-10', { covered: false }), seen('2022-10-02', { covered: false })]
    expect(rowAfter(made(), ...failures).foundOn).toBe('2022-10-02')
    const day = [seen('2022-10-02', { covered: true }), seen('2022-10-02', { covered: false })]
    expect(rowAfter(made(), ...day).covered).toBe(false)
    expect(rowAfter(made(), ...day.toReversed()).covered).toBe(true)
  })

  it('is stored by item beside the table, only the latest of each', () => {
    const { items } = rowAfter(
      made(),
      seen('2022-10-02', { '25-loading': false, '27-pile': true }),
      seen('2022-10-03', { '25-loading': true, covered: false }, { deadlines: { covered: '2022-10-05' } }),
    )
    const holds = (day: string) => ({
      ...{ holds: true, day: parseDay(day), heldBefore: true },
      ...{ heldOn: parseDay(day), since: ABSENT_DAY, due: ABSENT_DAY },
    })
    expect([...items!]).toEqual([
      ['25-loading', holds('2022-10-03')],
      ['27-pile', holds('2022-10-02')],
      [
        'covered',
        {
          holds: false,
          day: parseDay('2022-10-03'),
          heldBefore: false,
          heldOn: ABSENT_DAY,
          since: parseDay('2022-10-03'),
          due: parseDay('2022-10-05'),
        },
      ],
    ])
  })
})

describe('the day of a failure', () => {
  it('is the day on which it was first seen, as long as it lasts', () => {
    const row = made({ foundOn: '2022-08-01', rectifyBy: '2022-08-20' })
    expect(rowAfter(row, seen('2022-10-02', { covered: false }))).toMatchObject({
      inspectedOn: '2022-10-02',
      foundOn: '2022-08-01',
      rectifyBy: '2022-08-20',
    })
    // A failure of one of several fields that continues is the same failure.
    expect(rowAfter(row, seen('2022-10-02', { covered: false, washed: false })).foundOn).toBe('2022-08-01')
    expect(rowAfter(made(), seen('2022-10-02', { covered: false })).foundOn).toBe('2022-10-02')
    expect(rowAfter(made(), seen('2022-10-02', { covered: true, washed: false })).foundOn).toBe('2022-10-02')
  })

  it('starts again if it was rectified in between, and so does the deadline for rectification', () => {
    const row = made({ foundOn: '2022-08-01', rectifyBy: '2022-08-20' })
    const right = seen('2022-10-02', { covered: true })
    expect(rowAfter(row, right)).toMatchObject({ foundOn: '2022-08-01', rectifyBy: '2022-08-20' })
    expect(rowAfter(row, right, seen('2022-10-10', { covered: false }))).toMatchObject({
      foundOn: '2022-10-10',
      rectifyBy: null,
    })
    expect(
      rowAfter(row, right, seen('2022-10-10', { covered: false }, { deadlines: { covered: '2022-10-12' } })),
    ).toMatchObject({
      foundOn: '2022-10-10',
      rectifyBy: '2022-10-12',
    })
  })

  it('for a rule without a field depends on earlier answers', () => {
    const fails = (day: string) => seen(day, { '25-loading': false })
    expect(rowAfter(made(), fails('2022-10-02'), fails('2022-10-10')).foundOn).toBe('2022-10-02')
    const again = [fails('2022-10-02'), seen('2022-10-05', { '25-loading': true }), fails('2022-10-10')]
    expect(rowAfter(made(), ...again).foundOn).toBe('2022-10-10')
  })

  it('is kept per item; the row has the first of the failing ones, whether seen or in the table', () => {
    const washed = seen('2022-10-02', { washed: false }, { deadlines: { washed: '2022-10-20' } })
    const after = rowAfter(made({ foundOn: '2022-08-01', rectifyBy: '2022-08-20' }), washed)
    expect(after).toMatchObject({ foundOn: '2022-08-01', rectifyBy: '2022-08-20' })
    expect(after.items!.get('washed')).toMatchObject({ since: parseDay('2022-10-02'), due: parseDay('2022-10-20') })
    // The table's day and deadline belong to a failure that is over, and not to a new one.
    const covered = seen('2022-10-01', { covered: true })
    expect(rowAfter(made({ foundOn: '2022-08-01', rectifyBy: '2022-08-20' }), covered, washed)).toMatchObject({
      foundOn: '2022-10-02',
      rectifyBy: '2022-10-20',
    })
  })

  it('is not stored if the kind has no such column', () => {
    const table = tableOf({ texts: { code: ['A'] }, flags: { covered: [true] }, numbers: { foundOn: [5] } })
    const all = withTeamObservations(
      { kind: 'yard', schema: kindOfTable(table), first: 0, table },
      [seen('2022-10-02', { covered: false })],
      parseDay('2022-10-31'),
      ASKED,
    )
    expect(Object.keys(all.table.columns).sort()).toEqual(['code', 'covered', 'foundOn'])
    expect(valueAt(all.table, 'covered', 0)).toBe(false)
    expect(valueAt(all.table, 'foundOn', 0)).toBe(5)
  })
})

describe('the deadline for rectifying a failure', () => {
  const fails = (day: string, by?: string) =>
    seen(day, { covered: false }, { deadlines: by === undefined ? {} : { covered: by } })
  const due = (...all: Seen[]) => rowAfter(made(), ...all).rectifyBy

  it('can be replaced until it has passed; then the failure is overdue, whatever is set later', () => {
    expect(due(fails('2022-10-02', '2022-10-05'), fails('2022-10-05', '2022-10-12'))).toBe('2022-10-12')
    expect(due(fails('2022-10-02', '2022-10-05'), fails('2022-10-05', '2022-10-04'))).toBe('2022-10-04')
    expect(due(fails('2022-10-02', '2022-10-05'), fails('2022-10-06', '2022-10-12'))).toBe('2022-10-05')
    expect(due(fails('2022-10-02', '2022-10-05'), fails('2022-10-04'))).toBe('2022-10-05')
    expect(due(fails('2022-10-02'), fails('2022-10-06', '2022-10-12'))).toBe('2022-10-12')
    const written = made({ foundOn: '2022-08-01', rectifyBy: '2022-08-20' })
    expect(rowAfter(written, fails('2022-10-02', '2022-11-30'))).toMatchObject({
      foundOn: '2022-08-01',
      rectifyBy: '2022-08-20',
    })
  })

  it('is that of the item, the first one of several, and ends with the failure', () => {
    const both = { covered: false, washed: false }
    const two = seen('2022-10-02', both, { deadlines: { covered: '2022-10-20', washed: '2022-10-10' } })
    expect(due(two)).toBe('2022-10-10')
    expect(due(two, seen('2022-10-03', { washed: true }))).toBe('2022-10-20')
    expect(due(two, seen('2022-10-03', { washed: true, covered: true }))).toBeNull()
    expect(due(seen('2022-10-02', { covered: true }, { deadlines: { covered: '2022-11-30' } }))).toBeNull()
  })

  it('makes each rule late by its own items', () => {
    const rule = (id: string, field: string): Rule => ({
      id,
      clause: 25,
      kind: 'yard',
      title: { zh: id, en: id },
      scope: [],
      check: { type: 'all-yes', fields: [field] },
      from: '2022-01-01',
      lead: [],
    })
    const two = seen('2022-10-02', { covered: false, washed: false }, { deadlines: { washed: '2022-10-10' } })
    const kind = withTeamObservations(made(), [two], parseDay('2022-10-31'), ASKED)
    const rules = [rule('c', 'covered'), rule('w', 'washed')]
    const [covered, washed] = findAll([kind], rules, parseDay('2022-10-31')).rules
    expect(covered!.at(0)).toMatchObject({ status: STATUS.failing, due: null, since: parseDay('2022-10-02') })
    expect(washed!.at(0)).toMatchObject({ status: STATUS.overdue, due: parseDay('2022-10-10'), days: 21 })
  })
})

describe('a rule with its own days', () => {
  const calibrated = (last: string): KindTable => {
    const table = tableOf({
      texts: { code: ['A'] },
      days: { calibratedOn: [last], foundOn: [null], rectifyBy: ['2022-08-20'] },
    })
    return { kind: 'yard', schema: kindOfTable(table), first: 0, table }
  }
  const rule = (check: Rule['check']): Rule => ({
    id: '23-calibration',
    clause: 23,
    kind: 'yard',
    title: { zh: '校准', en: 'Calibration' },
    scope: [],
    check,
    from: '2022-01-01',
    lead: [],
  })
  const quarterly = rule({ type: 'this-quarter', field: 'calibratedOn' })
  const finding = (kind: KindTable, of: Rule, asOf: string, ...all: Seen[]) => {
    const [found] = findAll([withTeamObservations(kind, all, parseDay(asOf), ASKED)], [of], parseDay(asOf)).rules
    return found!.status[0] === STATUS.fine ? 'fine' : found!.at(0)
  }
  const said = (day: string, holds: boolean) => seen(day, { '23-calibration': holds })

  it('is as late as before if a team sees that it is not met', () => {
    const unseen = finding(calibrated('2022-01-15'), quarterly, '2022-10-31')
    expect(unseen).toMatchObject({ status: STATUS.overdue, due: parseDay('2022-06-30'), days: 123 })
    expect(finding(calibrated('2022-01-15'), quarterly, '2022-10-31', said('2022-10-30', false))).toEqual(unseen)
    const aged = rule({ type: 'max-age', field: 'calibratedOn', days: 30 })
    expect(finding(calibrated('2022-01-15'), aged, '2022-10-31', said('2022-10-30', false))).toEqual(
      finding(calibrated('2022-01-15'), aged, '2022-10-31'),
    )
  })

  it('is met by an observation only for as long as if it had been done on that day', () => {
    const met = (asOf: string) => finding(calibrated('2022-01-15'), quarterly, asOf, said('2022-05-10', true))
    expect(met('2022-06-30')).toBe('fine')
    // The table has a later time.
    expect(finding(calibrated('2022-10-03'), quarterly, '2022-10-31', said('2022-05-10', true))).toBe('fine')
    expect(met('2022-09-30')).toMatchObject({ status: STATUS.due, due: parseDay('2022-09-30') })
    expect(met('2022-10-31')).toMatchObject({ status: STATUS.overdue, due: parseDay('2022-09-30'), days: 31 })
  })

  it('keeps the table’s deadline for rectification unless it was rectified in between', () => {
    const table = tableOf({
      texts: { code: ['A'], grade: ['差'] },
      days: { inspectedOn: [null], foundOn: ['2022-08-01'], rectifyBy: ['2022-08-20'] },
    })
    const kind: KindTable = { kind: 'yard', schema: kindOfTable(table), first: 0, table }
    const graded = rule({ type: 'one-of', field: 'grade', values: ['优'] })
    const confirmed = finding(kind, graded, '2022-10-31', said('2022-10-02', false))
    expect(confirmed).toMatchObject({
      status: STATUS.overdue,
      since: parseDay('2022-08-01'),
      due: parseDay('2022-08-20'),
    })
    const anew = finding(kind, graded, '2022-10-31', said('2022-09-02', true), said('2022-10-02', false))
    expect(anew).toMatchObject({ status: STATUS.failing, since: parseDay('2022-10-02'), due: null })
  })
})

describe('answers to a rule that has become a hint', () => {
  const rule = (id: string, advisory: boolean) => ({ id, advisory }) as unknown as Rule
  it('are left out; without hints the same list is returned', () => {
    const all = [seen('2022-10-02', { hint: false, covered: true })]
    expect(withoutHints(all, [rule('hint', true), rule('covered', false)])).toEqual([
      seen('2022-10-02', { covered: true }),
    ])
    expect(withoutHints(all, [rule('hint', false)])).toBe(all)
  })
})
