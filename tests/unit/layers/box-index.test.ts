import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Box, BoxIndex } from '@/layers/box-index'

const box = fc
  .tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 }), fc.nat(90), fc.nat(90))
  .map(([left, top, wide, high]): Box => [left, top, left + wide + 1, top + high + 1])

/** The overlapping area of two boxes. */
const overlap = (one: Box, other: Box) =>
  Math.max(0, Math.min(one[2], other[2]) - Math.max(one[0], other[0])) *
  Math.max(0, Math.min(one[3], other[3]) - Math.max(one[1], other[1]))

describe('an index of boxes', () => {
  it('returns to the pixel how much of a box the others cover, however its grid divides them', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 12 }), box, (others, asked) => {
        const index = new BoxIndex()
        for (const each of others) index.add(each)
        const covered = others.reduce((sum, each) => sum + overlap(asked, each), 0)
        expect(index.leavesFree(asked)).toBe(covered === 0)
        expect(index.leavesFree(asked, covered)).toBe(true)
        if (covered > 0) expect(index.leavesFree(asked, covered - 0.5)).toBe(false)
      }),
    )
  })
})
