import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doubtOf, type Fix, headingOf } from '@/domain/field/fix'
import { NAVIGATORS, navigationLink } from '@/domain/field/navigation'
import { planRound, roundMetres } from '@/domain/field/round'
import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import { destination, distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'

const HERE: Position = [108.7089, 34.3296]
const fix = (change: Partial<Fix> = {}): Fix => ({
  position: HERE,
  accuracyMetres: 10,
  headingDegrees: null,
  at: 0,
  ...change,
})
const moved = (metres: number) => destination(HERE, 90, metres)

describe('a fix', () => {
  it('is poor if its accuracy is worse than 100 m, whatever came before', () => {
    expect(doubtOf(null, fix({ accuracyMetres: 100 }))).toBeNull()
    expect(doubtOf(null, fix({ accuracyMetres: 100.1 }))).toBe('poor')
    expect(doubtOf(fix(), fix({ accuracyMetres: 101 }))).toBe('poor')
  })

  it('is a jump if it moved farther than both accuracies plus 40 m per second; a clock set back counts as no time', () => {
    const jump = (metres: number, at: number) => doubtOf(fix(), fix({ at, accuracyMetres: 5, position: moved(metres) }))
    expect(jump(14.9, 0)).toBeNull()
    expect(jump(15.1, 0)).toBe('jump')
    expect(jump(94.9, 2000)).toBeNull()
    expect(jump(95.1, 2000)).toBe('jump')
    const later = doubtOf(fix({ at: 60_000 }), fix({ at: 61_000, accuracyMetres: 5, position: moved(55.1) }))
    expect(later).toBe('jump')
    expect(jump(14.9, -60_000)).toBeNull()
    expect(jump(15.1, -60_000)).toBe('jump')
  })

  it('gives the heading once it moved beyond both accuracies and 10 m, otherwise the previous heading', () => {
    expect(headingOf(fix({ headingDegrees: 12 }), fix({ headingDegrees: 0 }))).toBe(0)
    expect(headingOf(null, fix())).toBeNull()
    expect(headingOf(fix(), fix({ position: moved(5) }))).toBeNull()
    const way = (before: number, now: number, metres: number) =>
      headingOf(
        fix({ accuracyMetres: before, headingDegrees: 12 }),
        fix({ accuracyMetres: now, position: moved(metres) }),
      )
    expect(way(1, 1, 9.9)).toBe(12)
    expect(way(1, 1, 10.1)).toBeCloseTo(90, 3)
    expect(way(30, 1, 29.9)).toBe(12)
    expect(way(1, 30, 29.9)).toBe(12)
    expect(way(30, 1, 30.1)).toBeCloseTo(90, 3)
  })
})

describe('a link to a place in a navigation app', () => {
  const name = '北堆 A&B'
  const title = encodeURIComponent(name)
  const [lon, lat] = HERE.map((degrees) => degrees.toFixed(6))
  const [gcjLon, gcjLat] = fromWgs84('gcj02', HERE).map((degrees) => degrees.toFixed(6))
  const [bdLon, bdLat] = fromWgs84('bd09', HERE).map((degrees) => degrees.toFixed(6))

  // The parameters that each vendor documents: order of longitude and latitude, datum, title.
  it.each([
    ['amap', `https://uri.amap.com/marker?position=${gcjLon},${gcjLat}&name=${title}&coordinate=gaode&callnative=1`],
    [
      'baidu',
      `https://api.map.baidu.com/marker?location=${bdLat},${bdLon}&title=${title}&content=${title}&coord_type=bd09ll&output=html`,
    ],
    ['tencent', `https://apis.map.qq.com/uri/v1/marker?marker=coord:${gcjLat},${gcjLon};title:${title}&referer=chentu`],
    ['system', `geo:${lat},${lon}?q=${lat},${lon}(${title})`],
  ] as const)('%s: %s', (navigator, link) => expect(navigationLink(navigator, HERE, name)).toBe(link))

  it('reads back each app’s coordinates in that app’s datum', () => {
    expect(NAVIGATORS).toEqual({ amap: 'gcj02', baidu: 'bd09', tencent: 'gcj02', system: 'wgs84' })
  })
})

describe('a round', () => {
  const place = fc.tuple(
    fc.double({ min: 108.5, max: 109, noNaN: true }),
    fc.double({ min: 34.2, max: 34.6, noNaN: true }),
  )

  it('without places has no length, and with one place the distance to it', () => {
    expect(planRound(HERE, [])).toEqual([])
    expect(planRound(HERE, [moved(500)])).toEqual([0])
    expect(roundMetres(HERE, [], [])).toBe(0)
    expect(roundMetres(HERE, [moved(500), moved(200)], [1, 0])).toBeCloseTo(500, 6)
    expect(roundMetres(HERE, [moved(500), moved(200)], [0, 1])).toBeCloseTo(800, 6)
  })

  it('along a row of many places goes from end to end', () => {
    const row = Array.from({ length: 14 }, (_, i) => moved(1000 * (((i * 5) % 14) + 1)))
    expect(planRound(HERE, row).map((at) => Math.round(distanceMetres(HERE, row[at]!) / 1000))).toEqual(
      Array.from({ length: 14 }, (_, i) => i + 1),
    )
  })

  it('of many places can’t be shortened by reversing a section or by moving a place', () => {
    fc.assert(
      fc.property(place, fc.array(place, { minLength: 10, maxLength: 14 }), (start, places) => {
        const order = planRound(start, places)
        const metres = roundMetres(start, places, order)
        for (let i = 0; i < order.length; i++) {
          for (let j = i; j < order.length; j++) {
            const turned = [...order.slice(0, i), ...order.slice(i, j + 1).reverse(), ...order.slice(j + 1)]
            const rest = order.filter((_, at) => at !== i)
            const shifted = [...rest.slice(0, j), order[i]!, ...rest.slice(j)]
            expect(roundMetres(start, places, turned)).toBeGreaterThan(metres - 1e-5)
            expect(roundMetres(start, places, shifted)).toBeGreaterThan(metres - 1e-5)
          }
        }
      }),
      { numRuns: 15 },
    )
  })

  it('of ten places is rarely longer than the shortest, and never by a tenth', () => {
    // The shortest round by dynamic programming over sets (Held and Karp 1962).
    const shortest = (start: Position, places: readonly Position[]) => {
      const count = places.length
      const best = Array.from({ length: 1 << count }, () => new Float64Array(count).fill(Infinity))
      places.forEach((each, i) => {
        best[1 << i]![i] = distanceMetres(start, each)
      })
      for (let set = 1; set < 1 << count; set++)
        for (let last = 0; last < count; last++)
          for (let next = 0; next < count; next++) {
            if ((set >> next) & 1) continue
            const metres = best[set]![last]! + distanceMetres(places[last]!, places[next]!)
            const grown = best[set | (1 << next)]!
            if (metres < grown[next]!) grown[next] = metres
          }
      return Math.min(...best.at(-1)!)
    }
    let seed = 3
    const random = () => {
      seed = (seed * 1664525 + 1013904223) >>> 0
      return seed / 4294967296
    }
    const over = Array.from({ length: 12 }, () => {
      const places = Array.from({ length: 10 }, (): Position => [108.5 + random() / 2, 34.2 + random() * 0.4])
      return roundMetres(HERE, places, planRound(HERE, places)) / shortest(HERE, places)
    })
    expect(Math.max(...over)).toBeLessThan(1.1)
    expect(over.filter((share) => share > 1.000001).length).toBeLessThanOrEqual(4)
  })
})
