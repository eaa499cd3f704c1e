import { describe, expect, it } from 'vitest'
import { mercator, unproject } from '@/domain/geodesy/mercator'
import type { Position } from '@/domain/geodesy/position'
import { STATUS } from '@/domain/rules/status'
import { drawnSources } from '@/domain/sources/view/drawn-sources'
import { textColumn } from '@/domain/table/build-column'
import { type FarReading, farObstacles, MAX_NAMES } from '@/layers/far-reading'
import { placeLabels } from '@/layers/label-places'
import { labelObstacles, labelRequests, type NamedThings } from '@/layers/map-labels'

const NOTHING = { type: 'FeatureCollection' as const, features: [] }
const ZOOM = 14
const WORLD = 512 * 2 ** ZOOM
const [X, Y] = mercator(108.7, 34.3)
/** A window whose middle half is visible: a screen of 800 by 1200 with half of it beyond each edge. */
const WINDOW = { west: X, north: Y, east: X + 1600 / WORLD, south: Y + 2400 / WORLD }
const at = (x: number, y: number): Position => unproject(X + x / WORLD, Y + y / WORLD)

/** Sources in rows of ten, with the tablet in the centre of the screen. */
const PLACES = Array.from({ length: 120 }, (_, i) => at(420 + (i % 10) * 84, 640 + Math.floor(i / 10) * 84))
const HERE = at(800, 1200)
const STOP = 3
const FAR: FarReading = {
  pixels: 18,
  from: HERE,
  marks: [{ at: PLACES[STOP]!, box: [-20, -48, 20, -8] }],
}
const drawn = drawnSources(
  {
    xs: Float32Array.from(PLACES, ([lon, lat]) => mercator(lon, lat)[0]),
    ys: Float32Array.from(PLACES, ([lon, lat]) => mercator(lon, lat)[1]),
    lons: Float64Array.from(PLACES, ([lon]) => lon),
    lats: Float64Array.from(PLACES, ([, lat]) => lat),
    sources: {
      length: PLACES.length,
      columns: {
        kind: textColumn(PLACES.map(() => 'stockpile')),
        name: textColumn(PLACES.map((_, i) => `料场${i}`)),
      },
    },
    sameCode: new Map(),
    mask: new Uint8Array(PLACES.length).fill(1),
    status: Uint8Array.from(PLACES, (_, i) => (i % 3 === 0 ? STATUS.overdue : STATUS.fine)),
    rank: Uint32Array.from(PLACES, (_, i) => i),
    painted: null,
    density: { form: 'auto', of: 'count' },
  },
  WINDOW,
  ZOOM,
)
const THINGS: NamedThings = {
  counties: NOTHING,
  countyAreas: new Map(),
  points: NOTHING,
  places: NOTHING,
  rivers: [],
  lines: [{ text: '人民路 良', lines: [[at(400, 2000), at(1200, 2000)]] }],
}
const wishesOf = (far?: FarReading) =>
  labelRequests(far ? { ...THINGS, far } : THINGS, drawn, ZOOM, false, WINDOW).filter(({ role }) => role !== 'line')

describe('names on a map read at arm’s length', () => {
  it('are those of the stops, then of the nearest ten sources, whatever their standing', () => {
    const names = wishesOf(FAR)
    expect(names).toHaveLength(MAX_NAMES + 1)
    expect(names[0]!.text).toBe(`料场${STOP}`)
    const distance = (text: string) => {
      const [x, y] = mercator(...PLACES[Number(text.slice(2))]!)
      const [hereX, hereY] = mercator(...HERE)
      return Math.hypot(x - hereX, y - hereY)
    }
    const farthest = Math.max(...names.slice(1).map(({ text }) => distance(text)))
    const nearer = PLACES.filter((_, i) => distance(`料场${i}`) < farthest * 0.9)
    for (const [lon, lat] of nearer)
      expect(
        names.some(({ at }) => at[0] === lon && at[1] === lat),
        `${lon} ${lat}`,
      ).toBe(true)
    // The desk shows as many names as fit, worst first.
    expect(wishesOf().length).toBeGreaterThan(100)
  })

  it('are 18 px high, also for roads, and cover no stop, no other name and not the tablet', () => {
    const things = { ...THINGS, far: FAR }
    const wishes = labelRequests(things, drawn, ZOOM, false, WINDOW)
    expect(wishes.some(({ role }) => role === 'line')).toBe(true)
    for (const { size } of wishes) expect(size).toBeGreaterThanOrEqual(18)
    const placed = placeLabels(wishes, labelObstacles(things, drawn, ZOOM, false), WINDOW, ZOOM)
    const names = placed.filter(({ wish }) => wish.role !== 'line')
    expect(names.length).toBeGreaterThan(5)
    const boxes = [
      ...names.map(({ wish: { text, size }, at, offset }) => {
        const half = (text.length * size) / 2
        return boxAt(at, [offset[0] - half, offset[1] - size / 2, offset[0] + half, offset[1] + size / 2])
      }),
      ...farObstacles(FAR).map(({ at, box }) => boxAt(at, box)),
    ]
    for (const [i, one] of boxes.entries())
      for (const other of boxes.slice(i + 1)) {
        const across = Math.min(one[2], other[2]) - Math.max(one[0], other[0])
        const down = Math.min(one[3], other[3]) - Math.max(one[1], other[1])
        expect(across > 1 && down > 1).toBe(false)
      }
  })
})

function boxAt([lon, lat]: Position, [left, top, right, bottom]: readonly number[]) {
  const [mx, my] = mercator(lon, lat)
  const [x, y] = [(mx - X) * WORLD, (my - Y) * WORLD]
  return [x + left!, y + top!, x + right!, y + bottom!] as const
}
