import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import { cleanTracks } from '@/domain/trucks/clean-tracks'
import { dropJumps } from '@/domain/trucks/drop-jumps'
import { orderPositions } from '@/domain/trucks/order-positions'
import { PER_DEGREE, type Positions, STATE } from '@/domain/trucks/positions'
import { ROLES } from '@/domain/trucks/settings'
import { placeFinder } from '@/domain/trucks/truck-places'
import { rawPositions } from '../../../scripts/data/trucks/raw-positions'
import { away, HOME, journey, MORNING, row, SETTINGS, tracksOf } from './tracks'

const seconds = ({ second }: Positions) => [...second]

describe('sorted positions', () => {
  it('are in order of plate and time, and of one second the last one that came in time is kept', () => {
    const rows = fc.array(fc.tuple(fc.constantFrom('B', 'A', 'C'), fc.integer({ min: 0, max: 9 })), { maxLength: 40 })
    fc.assert(
      fc.property(rows, (came) => {
        // The order of arrival is encoded in the speed.
        const raw = came.map(([plate, second], i) => ({ plate, rows: [row(second, HOME, { kmh: i })] }))
        const plates = [...new Set(raw.map(({ plate }) => plate))]
        const all = rawPositions(raw)
        const positions = { ...all, trucks: plates, truck: Uint16Array.from(raw, ({ plate }) => plates.indexOf(plate)) }
        const { positions: ordered, doubled } = orderPositions(positions)
        const isLate = came.map(([plate, second], i) =>
          came.slice(0, i).some(([other, before]) => other === plate && before > second),
        )
        const last = new Map<string, number>()
        for (const [i, [plate, second]] of came.entries()) {
          const before = last.get(`${plate} ${second}`)
          if (before === undefined || !isLate[i] || isLate[before]) last.set(`${plate} ${second}`, i)
        }
        const plain = [...last]
          .map(([key, i]) => ({ plate: key.split(' ')[0]!, second: Number(key.split(' ')[1]), i }))
          .sort((a, b) => (a.plate < b.plate ? -1 : a.plate > b.plate ? 1 : a.second - b.second))
        expect(Array.from(ordered.second, (second, i) => [ordered.trucks[ordered.truck[i]!], second])).toEqual(
          plain.map(({ plate, second }) => [plate, second]),
        )
        expect(Array.from(ordered.speed, (speed) => speed / 10)).toEqual(plain.map(({ i }) => i))
        expect(doubled).toBe(came.length - plain.length)
      }),
    )
  })

  it('have the late ones marked', () => {
    const raw = tracksOf([0, 30, 120, 150, 60, 90, 180].map((after) => row(MORNING + after, HOME)))
    const { positions, isLate } = orderPositions(raw)
    expect(seconds(positions)).toEqual([0, 30, 60, 90, 120, 150, 180].map((at) => MORNING + at))
    expect([...isLate]).toEqual([0, 0, 1, 1, 0, 0, 0])
  })

  it('are where they were seen in time, whatever is sent again elsewhere', () => {
    const astray = away(HOME, 184)
    const waiting = [0, 30, 60, 90, 120].map((after) => row(MORNING + after, HOME))
    const { positions, doubledRows } = orderPositions(tracksOf([...waiting, row(MORNING + 30, astray)]))
    expect(new Set(positions.lon)).toEqual(new Set(tracksOf(waiting).lon))
    expect(doubledRows).toEqual([5])
  })

  it('are not late if any file has them in time, in whichever order the files come', () => {
    const raw = tracksOf([60, 60, 120].map((after) => row(MORNING + after, HOME)))
    const late = (...marks: number[]) => [...orderPositions(raw, Uint8Array.from(marks)).isLate]
    expect([late(1, 0, 0), late(0, 1, 0), late(1, 1, 0)]).toEqual([
      [0, 0],
      [0, 0],
      [1, 0],
    ])
  })
})

describe('position jumps of a receiver', () => {
  it('are removed, and nothing else', () => {
    const jumps = fc.uniqueArray(fc.integer({ min: 3, max: 60 }), {
      maxLength: 6,
      comparator: (a, b) => Math.abs(a - b) < 4,
    })
    fc.assert(
      fc.property(jumps, fc.integer({ min: 0, max: 359 }), (at, azimuth) => {
        const rows = journey([
          { at: HOME, seconds: 600 },
          { at: away(HOME, 20_000), seconds: 600 },
        ])
        const jumped = rows.map((each, i) => {
          if (!at.includes(i)) return each
          const [lon, lat] = away([each.lon, each.lat], 8000, azimuth)
          return { ...each, lon, lat }
        })
        const { positions, jumps } = dropJumps(tracksOf(jumped), SETTINGS.clean)
        expect(jumps).toBe(at.length)
        expect(seconds(positions)).toEqual(rows.filter((_, i) => !at.includes(i)).map(({ second }) => second))
      }),
      { numRuns: 40 },
    )
  })

  it('are not assumed if a truck stays at its new position', () => {
    const rows = Array.from({ length: 20 }, (_, i) => row(MORNING + 30 * i, i < 10 ? HOME : away(HOME, 9000)))
    expect(dropJumps(tracksOf(rows), SETTINGS.clean).jumps).toBe(0)
  })
})

describe('the datum of tracks', () => {
  const stays = [0, 3000, 7000, 12_000, 16_000, 21_000].map((metres) => away(HOME, metres))
  const places = placeFinder({
    role: new Uint8Array(stays.length).fill(ROLES.indexOf('site')),
    lon: Float64Array.from(stays, ([lon]) => lon),
    lat: Float64Array.from(stays, ([, lat]) => lat),
    metres: new Float32Array(stays.length).fill(200),
    source: Int32Array.from(stays.keys()),
  })
  const rows = journey(stays.map((at) => ({ at, seconds: 600 })))
  const ground = { places, lines: [] }
  const farthest = (positions: Positions) =>
    Math.max(
      ...Array.from(positions.second, (second, i) => {
        const true_ = rows.find((each) => each.second === second)!
        return nearbyDistanceMetres(
          true_.lon,
          true_.lat,
          positions.lon[i]! / PER_DEGREE,
          positions.lat[i]! / PER_DEGREE,
        )
      }),
    )

  it('is derived from the places where a truck stands, whatever its terminal reports', () => {
    for (const datum of ['wgs84', 'gcj02', 'bd09'] as const) {
      const shifted = rows.map((each) => {
        const [lon, lat] = fromWgs84(datum, [each.lon, each.lat])
        return { ...each, lon, lat }
      })
      const { positions, datums } = cleanTracks(tracksOf(shifted), SETTINGS, ground)
      expect(datums.map(({ finding }) => [finding.decided, finding.by])).toEqual([[datum, 'known']])
      expect(farthest(positions)).toBeLessThan(0.5)
    }
  })

  it('is GCJ-02 if the terminal reports encrypted coordinates', () => {
    const shifted = rows.map((each) => {
      const [lon, lat] = fromWgs84('gcj02', [each.lon, each.lat])
      return { ...each, lon, lat, state: each.state | STATE.encrypted }
    })
    const { positions, datums } = cleanTracks(tracksOf(shifted), SETTINGS, {
      places: placeFinder({ ...places.places, lon: new Float64Array(stays.length).fill(Number.NaN) }),
      lines: [],
    })
    expect(datums[0]).toMatchObject({ isEncrypted: true, finding: { decided: 'gcj02', by: 'stated' } })
    expect(farthest(positions)).toBeLessThan(0.5)
  })
})
