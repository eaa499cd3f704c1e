import { describe, expect, it } from 'vitest'
import { visibleShare } from '@/map/instance/visible-share'

describe('how much of a box is seen', () => {
  it('is its share of the surface, of a line its share of the length, and nothing where both lie apart', () => {
    expect(visibleShare([0, 0, 4, 2], [0, 0, 10, 10])).toBe(1)
    expect(visibleShare([0, 0, 4, 2], [1, 1, 10, 10])).toBe((3 / 4) * (1 / 2))
    expect(visibleShare([0, 5, 4, 5], [3, 0, 10, 10])).toBe(1 / 4)
    expect(visibleShare([0, 5, 4, 5], [3, 6, 10, 10])).toBe(0)
    expect(visibleShare([2, 2, 2, 2], [0, 0, 4, 4])).toBe(1)
  })
})
