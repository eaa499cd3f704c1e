import { describe, expect, it } from 'vitest'
import { seenShare } from '@/map/instance/seen-share'

describe('how much of a box is seen', () => {
  it('is its share of the surface, of a line its share of the length, and nothing where both lie apart', () => {
    expect(seenShare([0, 0, 4, 2], [0, 0, 10, 10])).toBe(1)
    expect(seenShare([0, 0, 4, 2], [1, 1, 10, 10])).toBe((3 / 4) * (1 / 2))
    expect(seenShare([0, 5, 4, 5], [3, 0, 10, 10])).toBe(1 / 4)
    expect(seenShare([0, 5, 4, 5], [3, 6, 10, 10])).toBe(0)
    expect(seenShare([2, 2, 2, 2], [0, 0, 4, 4])).toBe(1)
  })
})
