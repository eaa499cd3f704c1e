import fc from 'fast-check'
import proj4 from 'proj4'
import { describe, expect, it } from 'vitest'
import { DATUMS, zoneOf } from '@/domain/geodesy/datum'
import { fromWgs84, toWgs84 } from '@/domain/geodesy/datum-shift'
import { distanceMetres } from '@/domain/geodesy/distance'
import { mercator, unproject } from '@/domain/geodesy/mercator'
import { refusePositions } from '@/domain/geodesy/position'
import { fromZone, toZone } from '@/domain/geodesy/zone-grid'

const lon = fc.double({ min: 107.4, max: 109.4, noNaN: true })
const lat = fc.double({ min: 34, max: 35.8, noNaN: true })

describe('datums', () => {
  it.each(DATUMS)('%s converts back within a millimetre', (datum) => {
    fc.assert(
      fc.property(lon, lat, (x, y) => {
        expect(distanceMetres([x, y], toWgs84(datum, fromWgs84(datum, [x, y])))).toBeLessThan(0.001)
      }),
    )
  })

  it('GCJ-02 is about 450 m off WGS-84 here, BD-09 more than a kilometre, and CGCS2000 not at all', () => {
    const here = [108.7089, 34.3296] as const
    expect(distanceMetres(here, fromWgs84('gcj02', here))).toBeCloseTo(458, -1.3)
    expect(distanceMetres(here, fromWgs84('bd09', here))).toBeGreaterThan(1000)
    expect(fromWgs84('cgcs2000', here)).toEqual(here)
    expect(toWgs84('cgcs2000', here)).toEqual(here)
    expect(fromWgs84('wgs84', here)).toEqual(here)
  })
})

describe('3° zones', () => {
  it('agree with proj4’s EPSG:4545 and EPSG:4524 to a millimetre', () => {
    const epsg = (east: number) =>
      proj4(
        `+proj=tmerc +lat_0=0 +lon_0=108 +k=1 +x_0=${east} +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs`,
      )
    fc.assert(
      fc.property(lon, lat, (x, y) => {
        for (const [prefixed, east] of [
          [false, 500_000],
          [true, 36_500_000],
        ] as const) {
          const [e, n] = toZone({ number: 36, prefixed }, [x, y])
          const [wantedEast, wantedNorth] = epsg(east).forward([x, y]) as [number, number]
          expect(Math.hypot(e - wantedEast, n - wantedNorth)).toBeLessThan(0.001)
          expect(distanceMetres([x, y], fromZone({ number: 36, prefixed }, e, n))).toBeLessThan(0.001)
        }
      }),
    )
  })

  it('have their central meridian at three times their number, with a false easting of 500 km', () => {
    for (const number of [25, 36, 45]) {
      expect(toZone({ number, prefixed: true }, [number * 3, 0])).toEqual([number * 1_000_000 + 500_000, 0])
    }
  })

  it('reach one and a half degrees to either side', () => {
    expect([106.6, 108, 109.4].map(zoneOf)).toEqual([36, 36, 36])
    expect([106.4, 109.6].map(zoneOf)).toEqual([35, 37])
  })
})

describe('Mercator', () => {
  it('maps the world up to 85.0511° to a square, with y growing southwards', () => {
    const edge = 85.05112877980659
    const corners = [mercator(-180, edge), mercator(0, 0), mercator(180, -edge)]
    corners.forEach(([x, y], i) => {
      expect(x).toBeCloseTo(i / 2, 12)
      expect(y).toBeCloseTo(i / 2, 12)
    })
  })

  it('puts 西安 in tile 6575/3265 of zoom 13, as OpenStreetMap does', () => {
    expect(mercator(108.95, 34.26).map((share) => Math.floor(share * 2 ** 13))).toEqual([6575, 3265])
  })

  it('converts back to the same position', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -84, max: 84, noNaN: true }),
        (x, y) => {
          const [lonBack, latBack] = unproject(...mercator(x, y))
          expect(Math.abs(lonBack - x)).toBeLessThan(1e-9)
          expect(Math.abs(latBack - y)).toBeLessThan(1e-9)
        },
      ),
    )
  })
})

describe('positions without a defined distance', () => {
  it.each([
    [[[Number.NaN, 34]], 'position [NaN, 34] is not a number'],
    [[[108, Number.POSITIVE_INFINITY]], 'position [108, Infinity] is not a number'],
    [[[180.1, 34]], 'position [180.1, 34] is not in degrees'],
    [[[108, -90.1]], 'position [108, -90.1] is not in degrees'],
    [[[108, 90]], 'position [108, 90] is too near a pole (beyond 84°)'],
    [[[108, 84.1]], 'position [108, 84.1] is too near a pole (beyond 84°)'],
    [[[108, -84.1]], 'position [108, -84.1] is too near a pole (beyond 84°)'],
    [
      [
        [-179, 0],
        [179, 0],
      ],
      'the shape crosses the antimeridian',
    ],
  ] as [[number, number][], string][])('%j: %s', (positions, refusal) => {
    expect(refusePositions(positions)).toBe(refusal)
  })

  it('do not include those at the very bounds', () => {
    const bounds = [
      [0, 84],
      [180, -84],
    ] as const
    expect(refusePositions(bounds)).toBeNull()
    expect(refusePositions([[-180, 0]])).toBeNull()
    expect(refusePositions([])).toBeNull()
  })
})
