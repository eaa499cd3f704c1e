import { describe, expect, it } from 'vitest'
import { isDrawn, MARK_PAINT, type Mark, markPath, markWidths } from '@/domain/field/mark'

const mark = (tool: Mark['tool'], ...points: Mark['points']): Mark => ({ tool, colour: 'red', points })

describe('marks on a photo', () => {
  it('are drawn red on white, or white on black', () => {
    expect(MARK_PAINT).toEqual({
      red: { line: '#e00000', contour: '#ffffff' },
      white: { line: '#ffffff', contour: '#000000' },
    })
  })

  it('draws an arrow with its head at the last point', () => {
    const path = markPath(mark('arrow', [0, 0], [50, 1], [100, 0]), 4)
    expect(path.startsWith('M0.0 0.0L100.0 0.0M')).toBe(true)
    // Both sides of the head end at the tip and begin one head length behind it.
    expect(path).toContain('M82.0 -8.7L100.0 0.0L82.0 8.7')
  })

  it('rotates the head with the direction of the arrow', () => {
    const path = markPath(mark('arrow', [10, 20], [10, 120]), 4)
    expect(path).toBe('M10.0 20.0L10.0 120.0M18.7 102.0L10.0 120.0L1.3 102.0')
    expect(markPath(mark('arrow'), 4)).toBe('')
  })

  it('limits the head of a short arrow to its length', () => {
    const numbers = markPath(mark('arrow', [0, 0], [6, 0]), 10)
      .match(/-?\d+\.\d/g)!
      .map(Number)
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-6)
    expect(Math.max(...numbers)).toBeLessThanOrEqual(6)
  })

  it('draws a circle in the box of its first and last point, in whichever direction it was drawn', () => {
    const path = 'M10.0 20.0A20.0 10.0 0 0 1 50.0 20.0A20.0 10.0 0 0 1 10.0 20.0Z'
    expect(markPath(mark('circle', [10, 10], [50, 30]), 4)).toBe(path)
    expect(markPath(mark('circle', [50, 30], [99, 99], [10, 10]), 4)).toBe(path)
  })

  it('draws a smooth line through the midpoints of its points, from the first to the last', () => {
    expect(markPath(mark('line', [0, 0], [10, 0], [10, 10], [20, 10]), 4)).toBe(
      'M0.0 0.0Q10.0 0.0 10.0 5.0Q10.0 10.0 15.0 10.0L20.0 10.0',
    )
    expect(markPath(mark('line', [1, 1]), 4)).toBe('M1.0 1.0L1.0 1.0')
    expect(markPath(mark('line'), 4)).toBe('')
  })

  it('ignores a mere tap', () => {
    expect(isDrawn(mark('arrow', [5, 5]), 4)).toBe(false)
    expect(isDrawn(mark('arrow', [5, 5], [8, 6]), 4)).toBe(false)
    expect(isDrawn(mark('line', [5, 5], [30, 5], [5, 5]), 4)).toBe(true)
    expect(isDrawn(mark('line', [5, 5], [5, 13]), 4)).toBe(true)
    expect(isDrawn(mark('line', [5, 5], [5, 12.9]), 4)).toBe(false)
    expect(isDrawn(mark('line', [5, 5]), 0)).toBe(false)
  })

  it('looks equally wide on large and small photos, with a wider contour', () => {
    const [small, large] = [markWidths(400, 300), markWidths(1200, 1600)]
    expect(large.line).toBeGreaterThan(small.line)
    expect(small).toEqual({ line: 3, contour: 5 })
    expect(large).toEqual({ line: 10, contour: 16 })
    for (const { line, contour } of [small, large]) expect(contour).toBeGreaterThan(line)
  })
})
