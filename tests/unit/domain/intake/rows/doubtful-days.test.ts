import { expect, it } from 'vitest'
import { CurrentRow } from '@/domain/intake/rows/current-row'
import { DoubtfulDays } from '@/domain/intake/rows/doubtful-days'
import { ProblemLog } from '@/domain/intake/rows/problem-log'
import type { Field } from '@/domain/sources/kinds/field'
import type { Meaning } from '@/domain/sources/kinds/meaning'

const day = (means: Meaning, heading: string): Field => ({
  ...{ name: means, means, type: 'day', title: { zh: heading, en: heading }, headings: [heading] },
})
const FIELDS = [day('foundOn', '问题发现日期'), day('inspectedOn', '检查日期'), day('rectifyBy', '整改期限')]

/** The notes on a row of these days, on a day of 2026. */
const notesOn = (...days: readonly string[]) => {
  const log = new ProblemLog()
  const hand = new CurrentRow(FIELDS, FIELDS, [], { file: 'a.csv', sheet: '' }, log)
  FIELDS.forEach(({ name }, i) => {
    hand.set(name, days[i] ?? '')
  })
  new DoubtfulDays(FIELDS, '2026-11-30').note(hand)
  return log.groups().map(({ code, column, action, first }) => [code, column, action, first[0]?.seen])
}

it('a deadline more than two years after a problem was found or inspected is noted and kept', () => {
  const far = ['deadline-far', '整改期限', 'kept', '2032-10-30']
  expect(notesOn('2022-10-22', '', '2032-10-30')).toEqual([far])
  expect(notesOn('2022-10-22', '', '2022-10-30')).toEqual([])
  // Found long ago, but inspected since.
  expect(notesOn('2019-10-22', '2022-10-22', '2022-12-30')).toEqual([])
  expect(notesOn('2019-10-22', '', '2022-12-30')).toHaveLength(1)
  // Without such a day, or with one that is mistyped too, it is compared with today.
  expect(notesOn('', '', '2032-10-30')).toEqual([far])
  expect(notesOn('', '', '2027-10-30')).toEqual([])
  expect(notesOn('2032-10-22', '', '2032-10-30')).toContainEqual(far)
})
