import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lastRangeOf } from '@/ledger/last-range'

const range = fc.record({ from: fc.integer({ min: -2, max: 12 }), upTo: fc.integer({ min: -2, max: 12 }) })

it('the range found is the last one that contains the number', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 12 }), (ranges) => {
      const last = lastRangeOf(ranges)
      for (let number = -4; number < 15; number++)
        expect(last(number)).toBe(ranges.findLast(({ from, upTo }) => from <= number && number <= upTo))
    }),
  )
})

it('a range of any length costs no more than a short one', () => {
  const [long, short] = [
    { from: 1, upTo: Number.MAX_SAFE_INTEGER - 1 },
    { from: 5, upTo: 5 },
  ]
  const last = lastRangeOf([long, short])
  expect([last(4), last(5), last(6), last(0)]).toEqual([long, short, long, undefined])
})

it('each number and each range is looked at a few times, however many there are', () => {
  let reads = 0
  const many = Array.from({ length: 4000 }, (_, i) => ({
    get from() {
      reads++
      return 1
    },
    upTo: i + 1,
  }))
  const last = lastRangeOf(many)
  for (let number = 1; number <= 4000; number++) expect(last(number)).toBe(many.at(-1))
  expect(reads).toBeLessThan(5 * 4000)
})
