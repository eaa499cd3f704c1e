import { describe, expect, it } from 'vitest'
import { formatDay, parseDay } from '@/domain/calendar'
import { compileCheck } from '@/domain/rules/check'
import { type Check, fieldsOf } from '@/domain/rules/rule'
import type { Table } from '@/domain/table/column'
import { tableOf } from '../made-table'

/** The outcome of a check for every row, with days as ISO dates. */
function outcomes(check: Check, table: Table, asOf = '2022-10-31') {
  const judge = compileCheck(check, table, parseDay(asOf))
  return Array.from({ length: table.length }, (_, row) => {
    const { since, due, ...outcome } = judge(row)
    return {
      ...outcome,
      ...(since === undefined ? {} : { since: formatDay(since) }),
      ...(due === undefined ? {} : { due: formatDay(due) }),
    }
  })
}
const verdicts = (...[check, table, asOf]: Parameters<typeof outcomes>) =>
  outcomes(check, table, asOf).map(({ verdict }) => verdict)
const FINE = { verdict: 'fine', failures: 0 }
const UNKNOWN = { verdict: 'unknown', failures: 0 }
const FAILED = { verdict: 'failed', failures: 1 }

describe('flags', () => {
  const table = tableOf({
    flags: { a: [true, true, true, false, false, null], b: [true, false, null, false, null, null] },
  })

  it('that should all be yes count each no; an unknown one makes the row unknown unless another fails', () => {
    expect(outcomes({ type: 'all-yes', fields: ['a', 'b'] }, table)).toEqual([
      FINE,
      FAILED,
      UNKNOWN,
      { verdict: 'failed', failures: 2 },
      FAILED,
      UNKNOWN,
    ])
  })

  it('that should all be no count each yes', () => {
    expect(outcomes({ type: 'all-no', fields: ['a', 'b'] }, table)).toEqual([
      { verdict: 'failed', failures: 2 },
      FAILED,
      FAILED,
      FINE,
      UNKNOWN,
      UNKNOWN,
    ])
  })
})

describe('texts', () => {
  const table = tableOf({ texts: { permit: ['京A', '', '京B'], grade: ['优', '差', ''] } })

  it('that should be filled are unknown if one is missing, never failed', () => {
    expect(outcomes({ type: 'present', fields: ['permit', 'grade'] }, table)).toEqual([FINE, UNKNOWN, UNKNOWN])
    expect(outcomes({ type: 'present', fields: ['permit'] }, table)).toEqual([FINE, UNKNOWN, FINE])
  })

  it('that should have one of some values fail with another value', () => {
    expect(outcomes({ type: 'one-of', field: 'grade', values: ['优', '良'] }, table)).toEqual([FINE, FAILED, UNKNOWN])
  })

  it('are read from either type of column', () => {
    const packed = { type: 'packed' as const, offsets: Uint32Array.of(0, 3, 3), bytes: new TextEncoder().encode('优') }
    const column = { length: 2, columns: { grade: packed } }
    expect(outcomes({ type: 'one-of', field: 'grade', values: ['优'] }, column)).toEqual([FINE, UNKNOWN])
  })
})

describe('numbers', () => {
  const table = tableOf({ numbers: { part: [79.9, 80, null, 5, 5], whole: [100, 100, 100, 0, null] } })

  it('meet a threshold that they equal', () => {
    expect(verdicts({ type: 'at-least', field: 'part', value: 80 }, table)).toEqual([
      'failed',
      'fine',
      'unknown',
      'failed',
      'failed',
    ])
    expect(verdicts({ type: 'at-most', field: 'part', value: 79.9 }, table)).toEqual([
      'fine',
      'failed',
      'unknown',
      'fine',
      'fine',
    ])
  })

  it('as a share meet a percentage that they equal; a share of zero is unknown', () => {
    expect(outcomes({ type: 'share-at-least', part: 'part', whole: 'whole', percent: 80 }, table)).toEqual([
      FAILED,
      FINE,
      UNKNOWN,
      UNKNOWN,
      UNKNOWN,
    ])
    // 2.1 of 3 is exactly 70 %, but 2.1 / 3 is less in binary.
    const exact = tableOf({ numbers: { part: [2.1], whole: [3] } })
    expect(outcomes({ type: 'share-at-least', part: 'part', whole: 'whole', percent: 70 }, exact)).toEqual([FINE])
  })
})

describe('days', () => {
  const last = (...days: (string | null)[]) => tableOf({ days: { last: days } })

  it('are unknown if they are missing or in the future', () => {
    for (const check of [
      { type: 'max-age', field: 'last', days: 30 },
      { type: 'this-month', field: 'last' },
      { type: 'this-quarter', field: 'last' },
      { type: 'not-before', field: 'last', day: '2022-01-01', deadline: '2022-05-31' },
    ] as const) {
      expect(outcomes(check, last(null, '2022-11-01', '2022-10-31'))).toEqual([UNKNOWN, UNKNOWN, FINE])
    }
  })

  it('can be at most a number of days old; the failure begins on the day after', () => {
    expect(outcomes({ type: 'max-age', field: 'last', days: 30 }, last('2022-10-01', '2022-09-30'))).toEqual([
      FINE,
      { ...FAILED, since: '2022-10-31', due: '2022-10-30' },
    ])
  })

  it('in each month: due until its end, and overdue after a month without one', () => {
    const on = (day: string, asOf?: string) => outcomes({ type: 'this-month', field: 'last' }, last(day), asOf)[0]
    expect(on('2022-10-01')).toEqual(FINE)
    expect(on('2022-09-01')).toEqual({ ...FAILED, since: '2022-11-01', due: '2022-10-31' })
    expect(on('2022-08-31')).toEqual({ ...FAILED, since: '2022-10-01', due: '2022-09-30' })
    expect(on('2022-08-31', '2022-09-30')).toEqual({ ...FAILED, since: '2022-10-01', due: '2022-09-30' })
  })

  it('on or after a day, by a deadline', () => {
    const check = { type: 'not-before', field: 'last', day: '2022-01-01', deadline: '2022-05-31' } as const
    expect(outcomes(check, last('2022-01-01', '2021-12-31'))).toEqual([FINE, { ...FAILED, due: '2022-05-31' }])
  })

  it('in each quarter: due until its end, and overdue after a quarter without one', () => {
    const on = (day: string, asOf?: string) => outcomes({ type: 'this-quarter', field: 'last' }, last(day), asOf)[0]
    expect(on('2022-10-01')).toEqual(FINE)
    expect(on('2022-09-30')).toEqual({ ...FAILED, since: '2023-01-01', due: '2022-12-31' })
    expect(on('2022-07-01')).toEqual({ ...FAILED, since: '2023-01-01', due: '2022-12-31' })
    expect(on('2022-06-30')).toEqual({ ...FAILED, since: '2022-10-01', due: '2022-09-30' })
    expect(on('2021-12-31')).toEqual({ ...FAILED, since: '2022-04-01', due: '2022-03-31' })
    // On the last day of the quarter it can still be done.
    expect(on('2022-06-30', '2022-09-30')).toEqual({ ...FAILED, since: '2022-10-01', due: '2022-09-30' })
  })
})

describe('tasks', () => {
  const check = (deadline: Extract<Check, { type: 'done' }>['deadline']) =>
    ({ type: 'done', flag: 'done', day: 'doneOn', deadline }) as const
  const table = tableOf({
    flags: { done: [true, false, null, null, false, true] },
    days: {
      doneOn: [null, null, null, '2022-10-31', '2022-10-30', '2022-11-01'],
      own: ['2022-06-30', '2022-06-30', '2022-06-30', null, null, null],
    },
  })

  it('are done if their day is past or, without a day, if the flag is set; a day in the future wins over the flag', () => {
    expect(outcomes(check({ day: '2022-05-31' }), table)).toEqual([
      FINE,
      { ...FAILED, due: '2022-05-31' },
      { ...UNKNOWN, due: '2022-05-31' },
      FINE,
      FINE,
      { ...FAILED, due: '2022-05-31' },
    ])
  })

  it('use the row’s deadline if the rule names a field, and have none if the row has none', () => {
    expect(outcomes(check({ field: 'own' }), table)).toEqual([
      FINE,
      { ...FAILED, due: '2022-06-30' },
      { ...UNKNOWN, due: '2022-06-30' },
      FINE,
      FINE,
      FAILED,
    ])
  })
})

describe('what must be done some months after a day', () => {
  const check = { type: 'after-months', since: 'bare', months: 3, fields: ['covered', 'green'] } as const

  it('is required from the day after those months; without a start day nothing is required', () => {
    const table = tableOf({
      flags: { covered: [false, false, true, false, null], green: [false, false, true, true, true] },
      days: { bare: [null, '2022-07-31', '2022-07-30', '2022-07-30', '2022-07-30'] },
    })
    expect(outcomes(check, table)).toEqual([
      FINE,
      FINE,
      FINE,
      { ...FAILED, since: '2022-10-31', due: '2022-10-30' },
      UNKNOWN,
    ])
  })
})

describe('a rule with a column that the table does not have', () => {
  const table = tableOf({ texts: { text: ['a'] }, flags: { flag: [true] } })

  it.each([
    [{ type: 'all-yes', fields: ['text'] }, 'the rule reads "text" as flag, but it is text'],
    [{ type: 'all-no', fields: ['gone'] }, 'the rule reads "gone" as flag, but it is absent'],
    [{ type: 'present', fields: ['flag'] }, 'the rule reads "flag" as text, but it is flag'],
    [{ type: 'one-of', field: 'gone', values: [] }, 'the rule reads "gone" as text, but it is absent'],
    [{ type: 'at-least', field: 'text', value: 1 }, 'the rule reads "text" as number, but it is text'],
    [{ type: 'max-age', field: 'flag', days: 1 }, 'the rule reads "flag" as day, but it is flag'],
    [
      { type: 'share-at-least', part: 'flag', whole: 'flag', percent: 1 },
      'the rule reads "flag" as number, but it is flag',
    ],
    [
      { type: 'done', flag: 'flag', day: 'text', deadline: { day: '2022-01-01' } },
      'the rule reads "text" as day, but it is text',
    ],
    [{ type: 'after-months', since: 'gone', months: 1, fields: [] }, 'the rule reads "gone" as day, but it is absent'],
  ] as [Check, string][])('throws: %j', (check, message) => {
    expect(() => compileCheck(check, table, 0)).toThrow(new RangeError(message))
  })
})

describe('the fields that explain a result', () => {
  it.each([
    [{ type: 'all-yes', fields: ['a', 'b'] }, ['a', 'b']],
    [{ type: 'all-no', fields: ['a'] }, ['a']],
    [{ type: 'present', fields: ['a', 'b'] }, ['a', 'b']],
    [{ type: 'one-of', field: 'a', values: ['x'] }, ['a']],
    [{ type: 'at-most', field: 'a', value: 1 }, ['a']],
    [{ type: 'share-at-least', part: 'a', whole: 'b', percent: 1 }, ['a', 'b']],
    [{ type: 'done', flag: 'a', day: 'b', deadline: { field: 'c' } }, ['a', 'b']],
    [{ type: 'this-quarter', field: 'a' }, ['a']],
    [{ type: 'after-months', since: 'a', months: 1, fields: ['b', 'c'] }, ['a', 'b', 'c']],
  ] as [Check, string[]][])('of %j are %j', (check, fields) => expect(fieldsOf(check)).toEqual(fields))
})
