import { describe, expect, it } from 'vitest'
import { visibleShare } from '@/map/instance/visible-share'

describe('the visible share of a box', () => {
  it('is that of its area, or of its length for a line, and 0 if both are apart', () => {
    expect(visibleShare([0, 0, 4, 2], [0, 0, 10, 10])).toBe(1)
    expect(visibleShare([0, 0, 4, 2], [1, 1, 10, 10])).toBe((3 / 4) * (1 / 2))
    expect(visibleShare([0, 5, 4, 5], [3, 0, 10, 10])).toBe(1 / 4)
    expect(visibleShare([0, 5, 4, 5], [3, 6, 10, 10])).toBe(0)
    expect(visibleShare([2, 2, 2, 2], [0, 0, 4, 4])).toBe(1)
  })
})
