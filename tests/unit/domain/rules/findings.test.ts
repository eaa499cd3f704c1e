import { describe, expect, it } from 'vitest'
import { formatDay, parseDay } from '@/domain/calendar'
import { findAll, findingsOf, worstFirst } from '@/domain/rules/findings'
import type { KindTable } from '@/domain/rules/kind-table'
import { notBeforeRule } from '@/domain/rules/row-finding'
import type { Rule, Scope } from '@/domain/rules/rule'
import { STATUS, STATUS_NAMES } from '@/domain/rules/status'
import { ABSENT_DAY, type Table } from '@/domain/table/column'
import { kindOfTable, tableOf } from '../made-table'

const RULE: Rule = {
  id: 'r',
  clause: 1,
  kind: 'yard',
  title: { zh: '', en: '' },
  scope: [],
  check: { type: 'all-yes', fields: ['ok'] },
  from: '2022-05-30',
  lead: [],
}
const yards = (table: Table, first = 0): KindTable => ({ kind: 'yard', schema: kindOfTable(table), table, first })
/** The findings of a rule per row, with days as ISO dates and standings by name. */
function found(rule: Partial<Rule>, table: Table, asOf = '2022-10-31') {
  const { rules } = findAll([yards(table)], [{ ...RULE, ...rule }], parseDay(asOf))
  return Array.from({ length: table.length }, (_, row) =>
    findingsOf(rules, row).map(({ status, since, due, days, failures }) => ({
      status: STATUS_NAMES[status],
      since: since === null ? null : formatDay(since),
      due: due === null ? null : formatDay(due),
      days,
      failures,
    })),
  )
}
const one = (...[rule, table, asOf]: Parameters<typeof found>) => found(rule, table, asOf)[0]![0] ?? null
const BROKEN = { flags: { ok: [false] } }

describe('a standing', () => {
  it('has a name for each number, from good to bad', () => {
    expect(STATUS_NAMES.map((name) => STATUS[name])).toEqual([0, 1, 2, 3, 4])
  })
})

it('worse findings come first: by standing, days overdue, then earliest day of failure, undated ones last', () => {
  const ordered = [
    { status: STATUS.overdue, days: 9, since: null },
    { status: STATUS.overdue, days: 3, since: 10 },
    { status: STATUS.overdue, days: 3, since: 20 },
    { status: STATUS.failing, days: 0, since: 5 },
    { status: STATUS.failing, days: 0, since: null },
    { status: STATUS.unknown, days: 0, since: null },
  ]
  expect([...ordered].reverse().sort(worstFirst)).toEqual(ordered)
})

describe('a broken rule', () => {
  it('without a deadline is failing since it was found, otherwise since the last inspection', () => {
    expect(one({}, tableOf(BROKEN))).toEqual({ status: 'failing', since: null, due: null, days: 0, failures: 1 })
    const seen = tableOf({ ...BROKEN, days: { foundOn: ['2022-09-01'], inspectedOn: ['2022-10-01'] } })
    expect(one({}, seen)).toMatchObject({ since: '2022-09-01' })
    const inspected = tableOf({ ...BROKEN, days: { foundOn: [null], inspectedOn: ['2022-10-01'] } })
    expect(one({}, inspected)).toMatchObject({ since: '2022-10-01' })
    const later = tableOf({ ...BROKEN, days: { inspectedOn: ['2022-11-01'] } })
    expect(one({}, later)).toMatchObject({ since: null })
    const today = tableOf({ ...BROKEN, days: { inspectedOn: ['2022-10-31'] } })
    expect(one({}, today)).toMatchObject({ since: '2022-10-31' })
  })

  it('is overdue after the day that the office set for rectification', () => {
    const row = (rectifyBy: string | null) =>
      tableOf({ ...BROKEN, days: { rectifyBy: [rectifyBy], foundOn: ['2022-09-01'] } })
    expect(one({}, row('2022-10-30'))).toEqual({
      status: 'overdue',
      since: '2022-09-01',
      due: '2022-10-30',
      days: 1,
      failures: 1,
    })
    expect(one({}, row('2022-10-31'))).toMatchObject({ status: 'failing', due: '2022-10-31', days: 0 })
    expect(one({}, row(null))).toMatchObject({ status: 'failing' })
    // The office's own deadline takes precedence over the rule's.
    expect(one({ deadline: '2022-06-30' }, row('2022-10-30'))).toMatchObject({ status: 'overdue', days: 1 })
  })

  it('with a deadline of the rule is due until then, afterwards overdue since it was found or since that day', () => {
    const row = (foundOn: string | null) => tableOf({ ...BROKEN, days: { foundOn: [foundOn] } })
    const rule = { deadline: '2022-08-31' }
    expect(one(rule, row(null), '2022-08-31')).toEqual({
      status: 'due',
      since: null,
      due: '2022-08-31',
      days: 0,
      failures: 1,
    })
    expect(one(rule, row('2022-08-01'), '2022-08-21')).toEqual({
      status: 'due',
      since: '2022-08-01',
      due: '2022-08-31',
      days: 10,
      failures: 1,
    })
    expect(one(rule, row(null), '2022-09-10')).toEqual({
      status: 'overdue',
      since: null,
      due: '2022-08-31',
      days: 10,
      failures: 1,
    })
    expect(one(rule, row('2022-08-01'), '2022-09-10')).toMatchObject({ status: 'overdue', days: 10 })
    expect(one(rule, row('2022-09-05'), '2022-09-10')).toMatchObject({ since: '2022-09-05', days: 5 })
  })

  it('whose check has a deadline uses that, but never a day before the rule applies', () => {
    const done = (day: string) =>
      ({ check: { type: 'done', flag: 'ok', day: 'on', deadline: { day } } }) as const satisfies Partial<Rule>
    const row = tableOf({ ...BROKEN, days: { on: [null], rectifyBy: ['2022-06-01'], foundOn: ['2022-06-01'] } })
    expect(one(done('2022-10-21'), row)).toEqual({
      status: 'overdue',
      since: '2022-10-22',
      due: '2022-10-21',
      days: 10,
      failures: 1,
    })
    expect(one(done('2022-10-31'), row)).toEqual({
      status: 'due',
      since: null,
      due: '2022-10-31',
      days: 0,
      failures: 1,
    })
    expect(one(done('2022-11-10'), row)).toMatchObject({ status: 'due', days: 10 })
    expect(one(done('2022-01-01'), row, '2022-06-09')).toMatchObject({
      status: 'overdue',
      days: 10,
      since: '2022-05-31',
    })
    expect(formatDay(notBeforeRule(RULE, parseDay('2022-01-01')))).toBe('2022-05-30')
    expect(formatDay(notBeforeRule(RULE, parseDay('2022-06-01')))).toBe('2022-06-01')
  })

  it('whose check knows the first day of failure uses that', () => {
    const row = tableOf({ ...BROKEN, days: { bare: ['2022-02-01'], foundOn: ['2022-10-01'] } })
    const bare = { check: { type: 'after-months', since: 'bare', months: 5, fields: ['ok'] } } as const
    expect(one(bare, row)).toEqual({
      status: 'overdue',
      since: '2022-07-02',
      due: '2022-07-01',
      days: 122,
      failures: 1,
    })
  })

  it('that recurs uses its own last time, never the rectification deadline of something else', () => {
    const days = { calibrated: ['2022-07-15'], rectifyBy: ['2022-10-04'], foundOn: ['2022-09-20'] }
    const row = tableOf({ ...BROKEN, days })
    const late = (type: 'this-month' | 'this-quarter') => one({ check: { type, field: 'calibrated' } }, row)
    const aged = one({ check: { type: 'max-age', field: 'calibrated', days: 30 } }, row)
    expect(aged).toEqual({ status: 'overdue', since: '2022-08-15', due: '2022-08-14', days: 78, failures: 1 })
    expect(late('this-month')).toMatchObject({ status: 'overdue', due: '2022-08-31', days: 61 })
    expect(late('this-quarter')).toMatchObject({ status: 'due', due: '2022-12-31' })
  })

  it('that is stricter keeps as overdue what was overdue before', () => {
    const rows = tableOf({ days: { calibrated: ['2022-01-10', '2022-06-30', '2022-07-01', '2022-10-02'] } })
    const overdue = (check: Rule['check']) =>
      found({ check, from: '2022-09-01' }, rows).map(([first]) => first?.status === 'overdue')
    expect(overdue({ type: 'this-quarter', field: 'calibrated' })).toEqual([true, true, false, false])
    expect(overdue({ type: 'this-month', field: 'calibrated' })).toEqual([true, true, true, false])
    expect(overdue({ type: 'max-age', field: 'calibrated', days: 30 })).toEqual([true, true, true, false])
  })
})

describe('before a rule applies', () => {
  const rule = { from: '2022-09-01' }
  const days = { foundOn: ['2022-04-07'], rectifyBy: ['2022-04-30'], bare: ['2022-02-01'] }
  const row = tableOf({ ...BROKEN, days })

  it('nothing fails: an earlier failure counts from the rule’s first day', () => {
    const seen = tableOf({ ...BROKEN, days: { foundOn: ['2022-04-07'] } })
    expect(one(rule, seen)).toMatchObject({ status: 'failing', since: '2022-09-01' })
    expect(one({ ...rule, deadline: '2022-08-01' }, seen)).toMatchObject({
      since: '2022-09-01',
      due: '2022-09-01',
      days: 60,
    })
    expect(one(rule, seen, '2022-08-31')).toBeNull()
  })

  it('nothing is late: days are counted from the rule’s first day, whoever set the deadline', () => {
    const late = { status: 'overdue', due: '2022-09-01', days: 60 }
    expect(one(rule, row)).toMatchObject({ ...late, since: '2022-09-01' })
    expect(one(rule, row, '2022-09-01')).toMatchObject({ status: 'failing', due: '2022-09-01' })
    const checks: Rule['check'][] = [
      { type: 'max-age', field: 'bare', days: 30 },
      { type: 'this-month', field: 'bare' },
      { type: 'this-quarter', field: 'bare' },
      { type: 'after-months', since: 'bare', months: 1, fields: ['ok'] },
    ]
    for (const check of checks)
      expect(one({ ...rule, check }, row), check.type).toMatchObject({ ...late, since: '2022-09-02' })
  })
})

describe('a missing value', () => {
  it('is unknown, but due before a deadline', () => {
    const row = tableOf({ flags: { ok: [null] }, days: { on: [null], rectifyBy: ['2022-06-01'] } })
    const done = (day: string) => ({ check: { type: 'done', flag: 'ok', day: 'on', deadline: { day } } }) as const
    expect(one({}, row)).toEqual({ status: 'unknown', since: null, due: null, days: 0, failures: 0 })
    expect(one(done('2022-11-02'), row)).toEqual({
      status: 'due',
      since: null,
      due: '2022-11-02',
      days: 2,
      failures: 0,
    })
    expect(one(done('2022-10-31'), row)).toMatchObject({ status: 'due', days: 0 })
    expect(one(done('2022-10-30'), row)).toEqual({
      status: 'unknown',
      since: null,
      due: '2022-10-30',
      days: 0,
      failures: 0,
    })
  })
})

describe('a task without a deadline in the plan', () => {
  const check = { type: 'done', flag: 'done', day: 'on', deadline: { field: 'deadline' } } as const
  const made = (task: boolean) =>
    tableOf({
      texts: { [task ? 'task' : 'what']: ['a', 'b', 'c', 'd'] },
      flags: { done: [false, null, true, false] },
      days: { on: [null, null, null, null], deadline: [null, null, null, '2022-06-30'] },
    })
  const standings = (asOf: string, table: Table, year: number | null = 2022) => {
    const { rules } = findAll([yards(table)], [{ ...RULE, check }], parseDay(asOf), year)
    return [0, 1, 2, 3].map((row) => {
      const finding = findingsOf(rules, row)[0]
      return finding ? [STATUS_NAMES[finding.status], finding.due && formatDay(finding.due)] : null
    })
  }

  it('is not due during the plan’s year; afterwards it is failing if undone, and never overdue', () => {
    const late = ['overdue', '2022-06-30']
    const open = [['due', null], ['due', null], null, late] // biome-ignore format: pairs
    expect(standings('2022-10-31', made(true))).toEqual(open)
    expect(standings('2022-12-31', made(true))).toEqual(open)
    expect(standings('2023-01-01', made(true))).toEqual([['failing', null], ['unknown', null], null, late])
    expect(standings('2030-01-01', made(true))[0]).toEqual(['failing', null])
  })

  it('is treated so only if it is a task under a plan of a known year', () => {
    for (const shown of [standings('2022-10-31', made(false)), standings('2022-10-31', made(true), null)])
      expect(shown.slice(0, 2)).toEqual([
        ['failing', null],
        ['unknown', null],
      ])
  })
})

describe('the scope of a rule', () => {
  const table = tableOf({
    texts: { county: ['a', 'b', '', 'a'], type: ['停车场', '停车场', '停车场', ''] },
    flags: { ok: [false, false, false, false], urban: [true, false, null, true] },
    numbers: { clause: [14, 15, null, 14] },
  })
  const standings = (...scope: Scope[]) => found({ scope }, table).map(([finding]) => finding?.status ?? null)

  it('matches a flag, text, number or county; a missing value is unknown', () => {
    expect(standings()).toEqual(['failing', 'failing', 'failing', 'failing'])
    expect(standings({ field: 'urban', is: true })).toEqual(['failing', null, 'unknown', 'failing'])
    expect(standings({ field: 'urban', is: false })).toEqual([null, 'failing', 'unknown', null])
    expect(standings({ field: 'type', oneOf: ['停车场', '料场'] })).toEqual([
      'failing',
      'failing',
      'failing',
      'unknown',
    ])
    expect(standings({ field: 'clause', equals: 14 })).toEqual(['failing', null, 'unknown', 'failing'])
    expect(standings({ counties: ['b', 'c'] })).toEqual([null, 'failing', 'unknown', null])
  })

  it('needs all conditions: outside if any is not met, otherwise unknown if any is unknown, in any order', () => {
    const [urban, parking, plan]: Scope[] = [
      { field: 'urban', is: true },
      { field: 'type', oneOf: ['停车场'] },
      { field: 'clause', equals: 14 },
    ]
    for (const [first, second] of [[urban, parking], [parking, urban], [plan, parking], [parking, plan]] as const) // biome-ignore format: pairs
      expect(standings(first!, second!)).toEqual(['failing', null, 'unknown', 'unknown'])
    const other: Scope = { field: 'type', oneOf: ['料场'] }
    expect(standings(urban!, other)).toEqual([null, null, null, 'unknown'])
    expect(standings(other, urban!)).toEqual([null, null, null, 'unknown'])
  })

  it('also reads a packed column', () => {
    const packed = {
      type: 'packed' as const,
      offsets: Uint32Array.of(0, 1, 2, 2, 3),
      bytes: new TextEncoder().encode('aba'),
    }
    const columns = { ...table.columns, county: packed }
    expect(found({ scope: [{ counties: ['a'] }] }, { ...table, columns }).map((each) => each.length)).toEqual([
      1, 0, 1, 1,
    ])
  })

  it.each([
    [{ field: 'type', is: true }, 'the rule\'s scope reads "type", which is text'],
    [{ field: 'urban', oneOf: ['a'] }, 'the rule\'s scope reads "urban", which is flag'],
    [{ field: 'urban', equals: 1 }, 'the rule\'s scope reads "urban", which is flag'],
    [{ field: 'clause', is: true }, 'the rule\'s scope reads "clause", which is number'],
    [{ field: 'gone', is: true }, 'the rule\'s scope reads "gone", which is absent'],
    [{ field: 'gone', oneOf: [] }, 'the rule\'s scope reads "gone", which is absent'],
    [{ field: 'gone', equals: 1 }, 'the rule\'s scope reads "gone", which is absent'],
  ] as [Scope, string][])('throws for a column that the table does not have in that type: %j', (scope, message) => {
    expect(() => found({ scope: [scope] }, table)).toThrow(new RangeError(message))
  })
})

describe('the findings of a package', () => {
  it('belong to the rules that apply on the day, including their first and last days', () => {
    const rule = { until: '2022-12-31' }
    const on = (asOf: string) => one(rule, tableOf(BROKEN), asOf)
    expect(on('2022-05-29')).toBeNull()
    expect(on('2022-05-30')).not.toBeNull()
    expect(on('2022-12-31')).not.toBeNull()
    expect(on('2023-01-01')).toBeNull()
    expect(one({}, tableOf(BROKEN), '2030-01-01')).not.toBeNull()
  })

  it('belong to the rule’s own kind, numbered by source, worst first', () => {
    const tables: KindTable[] = [
      { ...yards(tableOf({ flags: { ok: [false, false, false] } })), kind: 'road' },
      yards(
        tableOf({ flags: { ok: [true, false] }, days: { rectifyBy: ['2022-10-01', '2022-10-01'], on: [null, null] } }),
        3,
      ),
    ]
    const done = (day: string) => ({ type: 'done', flag: 'ok', day: 'on', deadline: { day } }) as const
    const rules: Rule[] = [
      { ...RULE, check: done('2022-11-30') },
      { ...RULE, check: done('2022-10-21') },
      { ...RULE },
      { ...RULE, check: done('2022-09-30') },
    ]
    tables.push({ ...tables[0]!, first: 5 })
    const { rules: all, hints, severity } = findAll(tables, rules, parseDay('2022-10-31'))
    expect(all.map(({ rule, first }) => [rule, first])).toEqual([[0, 3], [1, 3], [2, 3], [3, 3]]) // biome-ignore format: pairs
    expect(hints).toEqual([])
    expect(findingsOf(all, 4).map(({ source, rule, days }) => [source, rule, days])).toEqual([
      [4, 3, 31],
      [4, 2, 30],
      [4, 1, 10],
      [4, 0, 30],
    ])
    for (const source of [0, 1, 2, 3, 5]) expect(findingsOf(all, source)).toEqual([])
    expect([...severity.status]).toEqual([0, 0, 0, 0, STATUS.overdue, 0, 0, 0])
    expect(severity.overdueDays[4]).toBe(31)
    expect(severity.failures[4]).toBe(3)
  })

  it('throw for a row without one, and are empty without tables', () => {
    const { rules } = findAll([yards(tableOf({ flags: { ok: [true] } }))], [RULE], parseDay('2022-10-31'))
    expect(() => rules[0]!.at(0)).toThrow(new RangeError('rule 0 has no finding on row 0'))
    expect(findAll([], [RULE], 0)).toMatchObject({ rules: [], hints: [] })
  })

  it('use a team’s latest answer instead of the table, also if it is unknown whether the rule applies', () => {
    const table = tableOf({ flags: { ok: [false, true, false, false], urban: [true, true, null, false] } })
    const word = (holds: boolean) =>
      new Map([['r', { holds, day: 0, heldBefore: false, heldOn: ABSENT_DAY, since: ABSENT_DAY, due: ABSENT_DAY }]])
    const items = new Map([[0, word(true)], [1, word(false)], [2, word(true)], [3, word(false)]]) // biome-ignore format: pairs
    const rule: Rule = { ...RULE, scope: [{ field: 'urban', is: true }] }
    const [all] = findAll([{ ...yards(table), seen: { before: table, items } }], [rule], parseDay('2022-10-31')).rules
    expect([...all!.status]).toEqual([STATUS.fine, STATUS.failing, STATUS.fine, STATUS.fine])
    expect(all!.at(1)).toMatchObject({ failures: 1 })
    expect([0, 1, 2, 3].map((row) => all!.covers(row))).toEqual([true, true, true, false])
    // The other rows use the table.
    const seen = { before: table, items: new Map([[1, word(false)]]) }
    const one = findAll([{ ...yards(table), seen }], [rule], parseDay('2022-10-31')).rules[0]
    expect([...one!.status]).toEqual([STATUS.failing, STATUS.failing, STATUS.unknown, STATUS.fine])
  })
})
