import { expect, it } from 'vitest'
import { assignEndedNumbers, clauseOfPlaceholder, endedClausePlaceholder } from '@/domain/plan/apart'

it('a clause that ended gets a stable number of its own from 900 on, and none that is taken', () => {
  const apart = assignEndedNumbers([907, 908])
  expect([apart(7), apart(8), apart(7), apart(9), apart(45)]).toEqual([909, 910, 909, 911, 945])
})

it('uses free numbers below once there are none above, and shares the last number if all are taken', () => {
  const apart = assignEndedNumbers([999])
  expect([apart(99), apart(120)]).toEqual([998, 997])
  const full = assignEndedNumbers(Array.from({ length: 100 }, (_, i) => 900 + i))
  expect([full(7), full(8)]).toEqual([999, 999])
})

it('distinguishes a placeholder for a later number from every real clause number', () => {
  expect(clauseOfPlaceholder(endedClausePlaceholder(7))).toBe(7)
  expect([clauseOfPlaceholder(7), clauseOfPlaceholder(907)]).toEqual([null, null])
})
