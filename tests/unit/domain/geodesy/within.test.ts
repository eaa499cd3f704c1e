import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { destination, distanceMetres } from '@/domain/geodesy/distance'
import { isWithin, withinAny } from '@/domain/geodesy/within'

const CENTRE = [108.7, 34.3] as const
const azimuths = fc.double({ min: 0, max: 360, noNaN: true })
const lengths = fc.double({ min: 0, max: 30_000, noNaN: true })

describe('whether a place lies within a distance', () => {
  it('agrees with the geodesic, even just inside and just outside', () => {
    fc.assert(
      fc.property(azimuths, lengths, fc.double({ min: 1, max: 30_000, noNaN: true }), (azimuth, length, metres) => {
        const [lon, lat] = destination(CENTRE, azimuth, length)
        expect(isWithin(...CENTRE, lon, lat, metres)).toBe(distanceMetres(CENTRE, [lon, lat]) <= metres)
        const [x, y] = destination(CENTRE, azimuth, metres)
        const exact = distanceMetres(CENTRE, [x, y])
        expect(isWithin(...CENTRE, x, y, exact)).toBe(true)
        expect(isWithin(...CENTRE, x, y, exact - 1e-4)).toBe(false)
        expect(isWithin(...CENTRE, x, y, exact + 1e-4)).toBe(true)
      }),
    )
  })

  it('of any of many places agrees with testing each; places without a position are never near', () => {
    const places = fc.array(fc.oneof({ weight: 4, arbitrary: fc.tuple(azimuths, lengths) }, fc.constant(null)))
    fc.assert(
      fc.property(
        places,
        azimuths,
        lengths,
        fc.double({ min: 1, max: 20_000, noNaN: true }),
        (list, azimuth, far, metres) => {
          const at = list.map((each) => (each ? destination(CENTRE, ...each) : ([Number.NaN, Number.NaN] as const)))
          const [lons, lats] = [0, 1].map((part) => Float64Array.from(at, (each) => each[part]!)) as [
            Float64Array,
            Float64Array,
          ]
          const [lon, lat] = destination(CENTRE, azimuth, far)
          const near = list.some((each, row) => each && distanceMetres([lon, lat], at[row]!) <= metres)
          expect(withinAny({ lons, lats }, metres)(lon, lat)).toBe(near)
        },
      ),
    )
  })

  it('finds places at the far edge of its bounding box on each side', () => {
    for (const azimuth of [0, 90, 180, 270]) {
      const [x, y] = destination(CENTRE, azimuth, 24_999)
      const near = withinAny({ lons: Float64Array.of(x), lats: Float64Array.of(y) }, 25_000)
      expect(near(...CENTRE)).toBe(true)
      expect(near(...destination(CENTRE, azimuth + 180, 2))).toBe(false)
    }
    expect(withinAny({ lons: Float64Array.of(Number.NaN), lats: Float64Array.of(34) }, 1e9)(108, 34)).toBe(false)
    expect(withinAny({ lons: new Float64Array(0), lats: new Float64Array(0) }, 1e9)(108, 34)).toBe(false)
  })
})
