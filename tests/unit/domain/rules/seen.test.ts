import { describe, expect, it } from 'vitest'
import { formatDay, parseDay } from '@/domain/calendar'
import type { KindTable } from '@/domain/rules/kind-table'
import type { Rule } from '@/domain/rules/rule'
import { type Seen, withoutHints, withSeen } from '@/domain/rules/seen'
import { type Value, valueAt } from '@/domain/table/column'
import { kindOfTable, tableOf } from '../made-table'

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
  rectifyBy: '',
  ...more,
})
/** What the row of source A says after all that was seen. */
function rowAfter(kind: KindTable, ...all: Seen[]) {
  const { table, said } = withSeen(kind, all, parseDay('2022-10-31'))
  const day = (value: Value) => (value === null ? null : formatDay(value as number))
  return {
    covered: valueAt(table, 'covered', 0),
    inspectedOn: day(valueAt(table, 'inspectedOn', 0)),
    foundOn: day(valueAt(table, 'foundOn', 0)),
    rectifyBy: day(valueAt(table, 'rectifyBy', 0)),
    said: said?.get(0) ?? null,
  }
}

describe('what a team saw', () => {
  it('takes the place of what the table says of the source, and leaves the table that was given and other rows', () => {
    const kind = made()
    const { table } = withSeen(kind, [seen('2022-10-01', { covered: true, washed: false })], parseDay('2022-10-31'))
    expect(valueAt(table, 'covered', 0)).toBe(true)
    expect(valueAt(table, 'washed', 0)).toBe(false)
    expect(valueAt(table, 'covered', 1)).toBe(true)
    expect(valueAt(table, 'washed', 1)).toBeNull()
    expect(valueAt(kind.table, 'covered', 0)).toBe(false)
    expect(valueAt(kind.table, 'inspectedOn', 0)).toBeNull()
    expect(valueAt(table, 'code', 0)).toBe('A')
  })

  it('counts up to the as-of day, for its own kind and code, and not before what was written later', () => {
    const kind = made({ inspectedOn: '2022-10-10' })
    const untouched = rowAfter(kind)
    expect(rowAfter(kind, seen('2022-11-01', { covered: true }))).toEqual(untouched)
    expect(rowAfter(kind, seen('2022-10-31', { covered: true })).covered).toBe(true)
    expect(rowAfter(kind, seen('2022-10-20', { covered: true }, { kind: 'road' }))).toEqual(untouched)
    expect(rowAfter(kind, seen('2022-10-20', { covered: true, other: true }, { code: 'Z' }))).toEqual({
      ...untouched,
      said: null,
    })
    expect(
      withSeen(kind, [seen('2022-10-20', { other: true }, { code: 'Z' })], parseDay('2022-10-31')).said?.size,
    ).toBe(0)
    expect(rowAfter(kind, seen('2022-10-09', { covered: true })).covered).toBe(false)
    expect(rowAfter(kind, seen('2022-10-10', { covered: true }))).toMatchObject({
      covered: true,
      inspectedOn: '2022-10-10',
    })
  })

  it('is the same table where nothing was seen', () => {
    const kind = made()
    expect(withSeen(kind, [seen('2022-11-01', { covered: true })], parseDay('2022-10-31'))).toBe(kind)
  })

  it('counts in the order of days, whichever came first; on one day the last stands', () => {
    const both = [seen('2022-10-20', { covered: false }), seen('2022-10-02', { covered: true })]
    expect(rowAfter(made(), ...both)).toMatchObject({ covered: false, inspectedOn: '2022-10-20' })
    const failures = [seen('2022-10-10', { covered: false }), seen('2022-10-02', { covered: false })]
    expect(rowAfter(made(), ...failures).foundOn).toBe('2022-10-02')
    const day = [seen('2022-10-02', { covered: true }), seen('2022-10-02', { covered: false })]
    expect(rowAfter(made(), ...day).covered).toBe(false)
    expect(rowAfter(made(), ...day.toReversed()).covered).toBe(true)
  })

  it('of a rule without a field is kept beside the table, the last word of each', () => {
    const { said } = rowAfter(
      made(),
      seen('2022-10-02', { '25-loading': false, '27-pile': true }),
      seen('2022-10-03', { '25-loading': true }),
    )
    expect([...said!]).toEqual([
      ['25-loading', { holds: true, day: parseDay('2022-10-03') }],
      ['27-pile', { holds: true, day: parseDay('2022-10-02') }],
    ])
    expect(rowAfter(made(), seen('2022-10-02', { a: true }), seen('2022-10-03', { b: false })).said?.size).toBe(2)
    expect(rowAfter(made(), seen('2022-10-02', { covered: true })).said).toBeNull()
  })
})

describe('the day of a failure', () => {
  it('is that on which it was first seen, and stays as long as it lasts', () => {
    const row = made({ foundOn: '2022-08-01', rectifyBy: '2022-08-20' })
    expect(rowAfter(row, seen('2022-10-02', { covered: false }))).toMatchObject({
      inspectedOn: '2022-10-02',
      foundOn: '2022-08-01',
      rectifyBy: '2022-08-20',
    })
    // One of several that goes on is the same failure.
    expect(rowAfter(row, seen('2022-10-02', { covered: false, washed: false })).foundOn).toBe('2022-08-01')
    expect(rowAfter(made(), seen('2022-10-02', { covered: false })).foundOn).toBe('2022-10-02')
    expect(rowAfter(made(), seen('2022-10-02', { covered: true, washed: false })).foundOn).toBe('2022-10-02')
  })

  it('is a new one where it was put right in between, and so is the day by which it is to be put right', () => {
    const row = made({ foundOn: '2022-08-01', rectifyBy: '2022-08-20' })
    const right = seen('2022-10-02', { covered: true })
    expect(rowAfter(row, right)).toMatchObject({ foundOn: '2022-08-01', rectifyBy: '2022-08-20' })
    expect(rowAfter(row, right, seen('2022-10-10', { covered: false }))).toMatchObject({
      foundOn: '2022-10-10',
      rectifyBy: null,
    })
    expect(rowAfter(row, right, seen('2022-10-10', { covered: false }, { rectifyBy: '2022-10-12' }))).toMatchObject({
      foundOn: '2022-10-10',
      rectifyBy: '2022-10-12',
    })
  })

  it('is moved by a new day to be put right by, but not by one that holds', () => {
    const row = made({ foundOn: '2022-08-01', rectifyBy: '2022-08-20' })
    expect(rowAfter(row, seen('2022-10-02', { covered: false }, { rectifyBy: '2022-11-30' }))).toMatchObject({
      foundOn: '2022-08-01',
      rectifyBy: '2022-11-30',
    })
    expect(rowAfter(row, seen('2022-10-02', { covered: true }, { rectifyBy: '2022-11-30' })).rectifyBy).toBe(
      '2022-08-20',
    )
  })

  it('of a rule without a field goes by what was said of it before', () => {
    const fails = (day: string) => seen(day, { '25-loading': false })
    expect(rowAfter(made(), fails('2022-10-02'), fails('2022-10-10')).foundOn).toBe('2022-10-02')
    const again = [fails('2022-10-02'), seen('2022-10-05', { '25-loading': true }), fails('2022-10-10')]
    expect(rowAfter(made(), ...again).foundOn).toBe('2022-10-10')
    // Another item that fails is a failure of its own only where none of the answered ones failed before.
    expect(rowAfter(made({ foundOn: '2022-08-01' }), seen('2022-10-02', { washed: false })).foundOn).toBe('2022-10-02')
  })

  it('is nowhere where the kind has no such column', () => {
    const table = tableOf({ texts: { code: ['A'] }, flags: { covered: [true] }, numbers: { foundOn: [5] } })
    const all = withSeen(
      { kind: 'yard', schema: kindOfTable(table), first: 0, table },
      [seen('2022-10-02', { covered: false })],
      parseDay('2022-10-31'),
    )
    expect(Object.keys(all.table.columns).sort()).toEqual(['code', 'covered', 'foundOn'])
    expect(valueAt(all.table, 'covered', 0)).toBe(false)
    expect(valueAt(all.table, 'foundOn', 0)).toBe(5)
  })
})

describe('answers to what is a hint by now', () => {
  const rule = (id: string, advisory: boolean) => ({ id, advisory }) as unknown as Rule
  it('are left out, and without hints all is as it was', () => {
    const all = [seen('2022-10-02', { hint: false, covered: true })]
    expect(withoutHints(all, [rule('hint', true), rule('covered', false)])).toEqual([
      seen('2022-10-02', { covered: true }),
    ])
    expect(withoutHints(all, [rule('hint', false)])).toBe(all)
  })
})
