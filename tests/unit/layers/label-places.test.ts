import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mercator, unproject } from '@/domain/geodesy/mercator'
import type { Position } from '@/domain/geodesy/position'
import type { Box } from '@/layers/box-index'
import { type LabelRequest, type PlacedLabel, placeLabels } from '@/layers/label-places'

const ZOOM = 10
const WORLD = 512 * 2 ** ZOOM
const [X, Y] = mercator(108.7, 34.3)
const WINDOW = { west: X, north: Y, east: X + 1200 / WORLD, south: Y + 900 / WORLD }
/** The position so many pixels from the window's corner. */
const at = (x: number, y: number): Position => unproject(X + x / WORLD, Y + y / WORLD)
const wish = (text: string, x: number, y: number, more: Partial<LabelRequest> = {}): LabelRequest => ({
  role: 'source',
  text,
  at: at(x, y),
  size: 12,
  anchors: ['right', 'left', 'top', 'bottom', 'leader'],
  gap: 8,
  ...more,
})
const obstacle = (x: number, y: number, half: number) => ({ at: at(x, y), box: [-half, -half, half, half] as Box })

/** The visible box of a text, in pixels. */
function boxOf({ wish: { text, size }, at: [lon, lat], offset: [dx, dy] }: PlacedLabel): Box {
  const [mx, my] = mercator(lon, lat)
  const [x, y] = [(mx - X) * WORLD + dx, (my - Y) * WORLD + dy]
  const half = ([...text].length * size) / 2
  return [x - half, y - size / 2, x + half, y + size / 2]
}
const overlap = (a: Box, b: Box) =>
  Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > 1e-6 && Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > 1e-6

describe('places of texts', () => {
  it('puts a text to the right of its place, or to another side if that is taken', () => {
    const [first] = placeLabels([wish('西环路工地', 400, 300)], [], WINDOW, ZOOM)
    expect(first!.offset[0]).toBeGreaterThan(8)
    expect(first!.leader).toBeNull()
    const [left] = placeLabels([wish('西环路工地', 400, 300)], [obstacle(440, 300, 15)], WINDOW, ZOOM)
    expect(left!.offset[0]).toBeLessThan(-8)
  })

  it('cuts off no text at the visible edge: it uses another side or leaves it out; texts fully outside may stay', () => {
    // The middle half of the window is visible: x from 300 to 900.
    const sides = (x: number, anchors: LabelRequest['anchors']) =>
      placeLabels([wish('西环路工地', x, 450, { anchors })], [], WINDOW, ZOOM).map(({ offset: [dx] }) => Math.sign(dx))
    expect(sides(880, ['right', 'left'])).toEqual([-1])
    expect(sides(895, ['centre'])).toEqual([])
    expect(sides(905, ['centre'])).toEqual([])
    expect(sides(960, ['centre'])).toEqual([0])
    // Closer to the edge than the widths of letters are known.
    expect(sides(900 - 32 - 8, ['right', 'left'])).toEqual([-1])
  })

  it('draws a leader line to a text that does not fit beside its place', () => {
    const wall = [obstacle(428, 300, 14), obstacle(372, 300, 14), obstacle(400, 278, 10), obstacle(400, 322, 10)]
    const [led] = placeLabels([wish('西环路工地', 400, 300)], wall, WINDOW, ZOOM)
    expect(led!.leader).not.toBeNull()
    expect(placeLabels([wish('西环路工地', 400, 300, { anchors: ['right', 'left'] })], wall, WINDOW, ZOOM)).toEqual([])
  })

  it('never lets texts overlap each other or a symbol', () => {
    const place = fc.tuple(fc.integer({ min: 300, max: 900 }), fc.integer({ min: 225, max: 675 }))
    fc.assert(
      fc.property(fc.array(place, { maxLength: 60 }), fc.array(place, { maxLength: 60 }), (places, symbols) => {
        const wishes = places.map(([x, y], i) => wish('工地'.repeat(1 + (i % 3)), x, y))
        const placed = placeLabels(
          wishes,
          symbols.map(([x, y]) => obstacle(x, y, 8)),
          WINDOW,
          ZOOM,
        )
        const boxes = placed.map(boxOf)
        boxes.forEach((box, i) => {
          for (const other of boxes.slice(0, i)) expect(overlap(box, other)).toBe(false)
          for (const [x, y] of symbols) expect(overlap(box, [x - 8, y - 8, x + 8, y + 8])).toBe(false)
        })
      }),
    )
  })

  it('puts a text along a straight visible line, readable from left to right, and not along a line that is too short', () => {
    const line = (...corners: [number, number][]) => [corners.map(([x, y]) => at(x, y))]
    const along = (lines: Position[][]) => wish('彩虹一路', 0, 0, { along: { lines, above: true } })
    // From bottom right to top left, beyond the window at both ends.
    const [placed] = placeLabels([along(line([1400, 800], [-200, 100]))], [], WINDOW, ZOOM)
    expect(placed!.angle).toBeGreaterThan(-90)
    expect(placed!.angle).toBeLessThan(0)
    expect(placeLabels([along(line([500, 400], [530, 400]))], [], WINDOW, ZOOM)).toEqual([])
  })
})
