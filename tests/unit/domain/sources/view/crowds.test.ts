import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mercator } from '@/domain/geodesy/mercator'
import { STATUS } from '@/domain/rules/status'
import { partCrowds } from '@/domain/sources/view/badges'
import { Spacing } from '@/domain/sources/view/spacing'

const ZOOM = 2
/** Width of the whole world in pixels at that zoom; the squares for badges are 34 pixels wide. */
const WORLD = 512 * 2 ** ZOOM
type Pixel = readonly [x: number, y: number]

/** Sources at pixels, worst first. */
function crowdOf(pixels: readonly Pixel[], status: readonly number[] = pixels.map(() => STATUS.failing)) {
  return {
    xs: Float32Array.from(pixels, ([x]) => x / WORLD),
    ys: Float32Array.from(pixels, ([, y]) => y / WORLD),
    lons: Float64Array.from(pixels, ([x]) => x),
    lats: Float64Array.from(pixels, ([, y]) => -y),
    status: Uint8Array.from(status),
  }
}
const part = (...pixels: Pixel[]) => partCrowds(crowdOf(pixels), [...pixels.keys()], ZOOM)
/** The number of single sources, and the count of each badge. */
const counts = (...pixels: Pixel[]) => {
  const { single, badges } = part(...pixels)
  return [single.length, [...badges.counts]]
}
/** Four corners of a square, far enough apart to be drawn separately. */
const four = (x: number, y: number): Pixel[] => [
  [x + 2, y + 2],
  [x + 22, y + 2],
  [x + 2, y + 22],
  [x + 22, y + 22],
]

describe('sources in a square of the screen', () => {
  it('are drawn separately up to three, and as a badge from four on', () => {
    expect(counts(...four(0, 0).slice(1))).toEqual([3, []])
    expect(counts(...four(0, 0))).toEqual([0, [4]])
    expect(counts(...four(0, 0), [12, 12])).toEqual([0, [5]])
    expect(counts()).toEqual([0, []])
  })

  it('are a badge if any two are closer than ten pixels', () => {
    for (const [x, y] of [[12, 2], [2, 12], [8, 10]] as const) expect(counts([2, 2], [x, y])).toEqual([2, []]) // biome-ignore format: pixels
    for (const [x, y] of [[11, 2], [2, 11], [8, 9], [2, 2]] as const) expect(counts([2, 2], [x, y])).toEqual([0, [2]]) // biome-ignore format: pixels
    expect(counts([2, 2], [22, 2], [24, 2])).toEqual([0, [3]])
    expect(counts([24, 24], [2, 2], [22, 22])).toEqual([0, [3]])
  })

  it('are not merged with those in neighbouring or distant squares', () => {
    expect(counts([33, 2], [35, 2], [33, 35])).toEqual([3, []])
    expect(counts(...four(0, 0), ...four(34, 0), ...four(0, 34), ...four(1020, 1700))).toEqual([0, [4, 4, 4, 4]])
  })

  it('are the requested ones, in order', () => {
    const crowd = crowdOf([[500, 500], ...four(34, 0), [700, 2], ...four(0, 0)])
    const { single, badges } = partCrowds(crowd, [0, 4, 5, 3, 9, 6, 8, 7, 2, 1], ZOOM)
    expect(single).toEqual([0, 5])
    expect([...badges.members]).toEqual([4, 3, 2, 1, 9, 6, 8, 7])
    expect(partCrowds(crowd, [1, 2, 3], ZOOM).single).toEqual([1, 2, 3])
  })
})

describe('a badge', () => {
  it('counts the overdue and failing ones among its sources, and has the standing of the first', () => {
    const { overdue, failing, fine } = STATUS
    const crowd = crowdOf([...four(0, 0), ...four(34, 0)], [overdue, failing, failing, fine, failing, fine, fine, fine])
    const { badges } = partCrowds(crowd, [...crowd.status.keys()], ZOOM)
    expect([[...badges.overdue], [...badges.failing], [...badges.status]]).toEqual([[1, 0], [2, 1], [overdue, failing]]) // biome-ignore format: a column each
  })

  it('has the bounding box of its sources: west, south, east, north', () => {
    const { badges } = part([3, 5], [4, 9], [20, 7], [11, 30], ...four(340, 34))
    expect([...badges.bounds]).toEqual([3, -30, 20, -5, 342, -56, 362, -36])
  })

  it('is at the mean position of its sources, at most five pixels from the centre of its square', () => {
    const at = (...pixels: Pixel[]) => {
      const { positions } = part(...pixels).badges
      return mercator(positions[0]!, positions[1]!).map((place) => Number((place * WORLD).toFixed(3)))
    }
    const heap = (x: number, y: number) => at([x - 1, y], [x + 1, y], [x, y - 2], [x, y + 2])
    // The centre of the square in column 3 and row 2.
    expect(heap(119, 85)).toEqual([119, 85])
    expect(heap(117, 88)).toEqual([117, 88])
    expect(heap(105, 71)).toEqual([114, 80])
    expect(heap(133, 99)).toEqual([124, 90])
  })
})

describe('places with a minimum distance', () => {
  it('are free if no taken place is closer', () => {
    const place = fc.tuple(fc.integer({ min: -8, max: 30 }), fc.integer({ min: -8, max: 30 }))
    fc.assert(
      fc.property(fc.array(place, { maxLength: 30 }), fc.constantFrom(1, 3, 5, 17), (places, distance) => {
        const spacing = new Spacing(distance)
        const taken: Pixel[] = []
        for (const [x, y] of places) {
          const isFree = taken.every(([a, b]) => Math.hypot(a - x, b - y) >= distance)
          expect([x, y, spacing.isFree(x, y)]).toEqual([x, y, isFree])
          if (!isFree && x % 2 === 0) continue
          spacing.take(x, y)
          taken.push([x, y])
        }
      }),
    )
  })
})
