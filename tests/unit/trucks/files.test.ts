import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import settings from '#data/trucks.json'
import { byDay } from '@/domain/trucks/by-day'
import { dayOf, secondsAt } from '@/domain/trucks/clock-hours'
import { joinTracks } from '@/domain/trucks/join-tracks'
import { judgeTracks } from '@/domain/trucks/judge-tracks'
import { FULL, NO_FIGURE, type Positions, STATE, UNKNOWN } from '@/domain/trucks/positions'
import { NO_PLACES, placeFinder } from '@/domain/trucks/truck-places'
import { readTruckSettings } from '@/io/package/trucks-file'
import { openTracks, readBreaches, readPositions, readStops, readTrips } from '@/io/tracks/read-tracks'
import { writeBreaches, writePositions, writeStops, writeTrips } from '@/io/tracks/write-tracks'
import { rawPositions } from '../../../scripts/data/trucks/raw-positions'
import { away, HOME, journey, MORNING, row, SETTINGS, tracksOf } from './tracks'

const opened = (bytes: ArrayBuffer) =>
  openTracks({ byteLength: bytes.byteLength, slice: (from, to) => bytes.slice(from, to) })
const plain = <T extends object>(table: T) =>
  Object.fromEntries(Object.entries(table).map(([name, column]) => [name, Array.from(column as ArrayLike<unknown>)]))

describe('files of tracks', () => {
  const said = fc.record({
    after: fc.integer({ min: 0, max: 200_000 }),
    load: fc.constantFrom(0, 1, 2, UNKNOWN),
    state: fc.constantFrom(0, STATE.closed, STATE.open, STATE.open | STATE.lifted, STATE.closed | STATE.lowered),
    kmh: fc.integer({ min: 0, max: 1200 }).map((tenths) => tenths / 10),
  })

  it('return the positions that were written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 50 }), fc.boolean(), async (rows, isUnknown) => {
        const made = tracksOf(rows.map(({ after, ...more }) => row(MORNING + after, HOME, more)))
        const positions = { ...made, speed: isUnknown ? made.speed.fill(NO_FIGURE) : made.speed }
        expect(plain(await readPositions(await opened(writePositions(positions)), {}))).toEqual(plain(positions))
      }),
      { numRuns: 30 },
    )
  })

  it('return a day or a truck without reading the rest', async () => {
    const days = [0, 1, 2].flatMap((day) =>
      ['A', 'B'].map((plate) => ({
        plate,
        rows: [row(MORNING + 86_400 * day, HOME), row(MORNING + 86_400 * day + 30, HOME)],
      })),
    )
    const raw = rawPositions(days)
    const all = { ...raw, trucks: ['A', 'B'], truck: raw.truck.map((of) => of % 2) } as Positions
    const file = await opened(writePositions(byDay(all)))
    const from = secondsAt(dayOf(MORNING) + 1)
    const day = await readPositions(file, { from, until: from + 86_400 })
    expect(plain(day)).toMatchObject({ trucks: ['A', 'B'], truck: [0, 0, 1, 1] })
    expect((await readPositions(file, { truck: 'B' })).second.length).toBe(6)
  })

  it('return stops, trips and breaches', async () => {
    const rows = journey(
      [
        { at: HOME, seconds: 600, more: { load: FULL } },
        { at: away(HOME, 9000), seconds: 900 },
      ],
      { kmh: 75, load: FULL, state: STATE.open },
    )
    const { stops, trips, breaches } = judgeTracks(tracksOf(rows), SETTINGS, {
      places: placeFinder(NO_PLACES),
      bans: [],
      lines: [],
    })
    expect([stops.from.length, trips.from.length, breaches.kind.length]).toEqual([2, 1, 2])
    expect(plain(await readStops(await opened(writeStops(stops)), {}))).toEqual(plain(stops))
    expect(plain(await readTrips(await opened(writeTrips(trips)), {}))).toEqual(plain(trips))
    expect(plain(await readBreaches(await opened(writeBreaches(breaches)), {}))).toEqual(plain(breaches))
  })

  it('are refused if they are something else, or written by a newer version', async () => {
    await expect(opened(new ArrayBuffer(40))).rejects.toMatchObject({ why: 'no-parquet' })
  })
})

describe('tables of several files', () => {
  it('are merged into one', () => {
    const of = (plate: string, second: number) => tracksOf([row(second, HOME)], plate)
    const joined = joinTracks([joinTracks([of('A', 1), of('B', 2)]), of('B', 3)])
    expect(Array.from(joined.second, (second, i) => [joined.trucks[joined.truck[i]!], second])).toEqual([
      ['A', 1],
      ['B', 2],
      ['B', 3],
    ])
  })
})

describe('the settings for trucks', () => {
  it('in the default package are complete, each with its source', () => {
    const { value, problems } = readTruckSettings('trucks.json', settings)
    expect(problems).toEqual([])
    expect(value).toEqual(settings)
  })

  it('leave out an unusable limit, and report its position', () => {
    const { value, problems } = readTruckSettings('t.json', { ...settings, speed: { ...settings.speed, kmh: -1 } })
    expect(value?.speed).toBeUndefined()
    expect(problems).toMatchObject([{ code: 'trucks-part-wrong', file: 't.json', column: 'speed.kmh', seen: '-1' }])
    const without = readTruckSettings('t.json', { ...settings, stop: undefined })
    expect(without.value).toBeNull()
    expect(without.problems).toMatchObject([{ code: 'trucks-part-missing', column: 'stop' }])
  })
})
