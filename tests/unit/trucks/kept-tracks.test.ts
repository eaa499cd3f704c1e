import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { BREACHES } from '@/domain/trucks/breach-kinds'
import { judgeTracks } from '@/domain/trucks/judge-tracks'
import { NO_FIGURE, PER_DEGREE, type Positions, pickedPositions, STATE } from '@/domain/trucks/positions'
import { ROLES } from '@/domain/trucks/settings'
import { NO_PLACES, placeFinder, type TruckPlaces } from '@/domain/trucks/truck-places'
import type { TruckTold } from '@/domain/trucks/truck-told'
import { rangesOf, ShelfChanged } from '@/io/kept/part-shelf'
import { groundDigest } from '@/io/tracks/ground-digest'
import { judgeAgain, keepTracks } from '@/io/tracks/keep-tracks'
import { outdatedFiles } from '@/io/tracks/outdated-files'
import { openTracks } from '@/io/tracks/read-tracks'
import { TRACK_TABLES, Tracks, type TracksOfMonth } from '@/io/tracks/tracks'
import { listKeptTracks, rememberedDatums, TracksShelf } from '@/io/tracks/tracks-shelf'
import { writeTrips } from '@/io/tracks/write-tracks'
import { away, HOME, journey, MORNING, SETTINGS, tracksOf } from './tracks'

const GROUND = { settings: SETTINGS, places: NO_PLACES, bans: [], lines: [] }
const judged = (positions: Positions) =>
  judgeTracks(positions, SETTINGS, { places: placeFinder(NO_PLACES), bans: [], lines: [] })
const quiet = { say: () => undefined }

/** A day's work: there and back twice. */
const WORK = journey([
  { at: HOME, seconds: 600 },
  { at: away(HOME, 4000), seconds: 900 },
  { at: HOME, seconds: 600 },
  { at: away(HOME, 6000, 0), seconds: 600 },
])
const day = (plate: string, days = 0) =>
  tracksOf(
    WORK.map((row) => ({ ...row, second: row.second + days * 86_400 })),
    plate,
  )

const shelf = new TracksShelf('chentu-tracks-test')
afterEach(() => shelf.parts.clear())

async function kept(): Promise<Tracks> {
  const parts = await shelf.list()
  return new Tracks(
    parts.flatMap((part): TracksOfMonth[] => {
      const table = TRACK_TABLES.find((each) => each === part.table)
      if (!table) return []
      const open = async () => openTracks(rangesOf(await shelf.fileOf(part)))
      return [{ month: part.month, table, isKept: true, dataClass: 'real', path: `${part.id}`, open }]
    }),
  )
}
const told = (table: { trucks: readonly string[]; truck: ArrayLike<number>; from: Uint32Array; until: Uint32Array }) =>
  Array.from(table.from, (from, row) => [table.trucks[table.truck[row]!], from, table.until[row]]).sort()

describe('tracks stored in a browser', () => {
  it('give the same trips and stops, in whatever parts they were imported', async () => {
    const whole = judged(day('A'))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: WORK.length - 1 }), fc.boolean(), async (cut, turned) => {
        await shelf.parts.clear()
        const rows = Uint32Array.from(WORK.keys())
        const pieces = [rows.subarray(0, cut), rows.subarray(cut)].map((some) => pickedPositions(day('A'), some))
        for (const piece of turned ? pieces.reverse() : pieces) await keepTracks(shelf, [piece], GROUND, quiet)
        const tracks = await kept()
        expect(told((await tracks.trips('2022-10'))!)).toEqual(told(whole.trips))
        expect(told((await tracks.stops('2022-10'))!)).toEqual(told(whole.stops))
      }),
      { numRuns: 12 },
    )
  })

  it('keep the company and the chosen datum of a truck; a later import adds to them or replaces them', async () => {
    const keep = (plate: string, days: number, told: TruckTold) =>
      keepTracks(shelf, [day(plate, days)], GROUND, { ...quiet, told: { real: new Map([[plate, told]]) } })
    const toldOf = async () =>
      (await listKeptTracks(shelf)).flatMap(({ trucks }) =>
        trucks.map(({ plate, company, assumed }) => [plate, company, assumed]),
      )
    await keep('A', 0, { company: '甲公司', assumed: 'gcj02' })
    await keepTracks(shelf, [day('A', -1)], GROUND, quiet)
    expect(await toldOf()).toEqual([['A', '甲公司', 'gcj02']])
    await keep('A', -2, { company: '乙公司' })
    await keep('B', 0, {})
    expect(await toldOf()).toEqual([
      ['A', '乙公司', 'gcj02'],
      ['B', undefined, undefined],
    ])
    expect([...(await rememberedDatums(shelf))]).toEqual([['A', 'gcj02']])
    await keep('A', 1, { assumed: 'bd09' })
    // November counts before October.
    expect([...(await rememberedDatums(shelf))]).toEqual([['A', 'bd09']])
  })

  it('are of a chosen datum no more once all their positions are replaced by ones whose datum is told', async () => {
    const whole = day('A')
    const some = pickedPositions(whole, Uint32Array.from(WORK.keys()).subarray(0, WORK.length - 1))
    const keep = (positions: Positions, told: TruckTold) =>
      keepTracks(shelf, [positions], GROUND, { ...quiet, told: { real: new Map([['A', told]]) } })
    const assumed = async () =>
      (await listKeptTracks(shelf)).flatMap(({ trucks }) => trucks.map((each) => each.assumed))
    await keep(whole, { company: '甲公司', assumed: 'bd09' })
    // One position is left as it was converted before.
    await keep(some, {})
    expect(await assumed()).toEqual(['bd09'])
    await keep(whole, { assumed: 'gcj02' })
    expect(await assumed()).toEqual(['gcj02'])
    await keep(whole, {})
    expect(await assumed()).toEqual([undefined])
    expect((await listKeptTracks(shelf))[0]!.trucks).toMatchObject([{ plate: 'A', company: '甲公司' }])
    expect([...(await rememberedDatums(shelf))]).toEqual([])
  })

  it('propose no datum that was chosen for made-up ones', async () => {
    const chosen = (datum: 'gcj02' | 'bd09') => new Map([['A', { assumed: datum }]])
    await keepTracks(shelf, [], GROUND, { ...quiet, told: { illustrative: chosen('bd09') } }, [day('A', 1)])
    expect([...(await rememberedDatums(shelf))]).toEqual([])
    await keepTracks(shelf, [day('A')], GROUND, { ...quiet, told: { real: chosen('gcj02') } })
    expect([...(await rememberedDatums(shelf))]).toEqual([['A', 'gcj02']])
  })

  it('leave other trucks’ files unchanged, and are listed by month and truck', async () => {
    await keepTracks(shelf, [day('A'), day('C')], GROUND, quiet)
    const before = (await shelf.list()).map(({ id }) => id)
    expect(await keepTracks(shelf, [day('B', 1)], GROUND, quiet)).toEqual({ months: ['2022-11'], trucks: 1 })
    expect((await shelf.list()).map(({ id }) => id).slice(0, before.length)).toEqual(before)
    const listed = await listKeptTracks(shelf)
    expect(listed.map(({ month, trucks }) => [month, trucks.map(({ plate }) => plate)])).toEqual([
      ['2022-10', ['A', 'C']],
      ['2022-11', ['B']],
    ])
    expect(listed[0]!.rows).toBe(2 * WORK.length)
    await shelf.removeMonths(['2022-10'])
    expect((await listKeptTracks(shelf)).map(({ month }) => month)).toEqual(['2022-11'])
  })

  it('stay as they were if the user cancels the import', async () => {
    await keepTracks(shelf, [day('A')], GROUND, quiet)
    const before = await shelf.list()
    const ended = keepTracks(shelf, [day('A', 1), day('B')], GROUND, {
      say() {
        throw new DOMException('ended', 'AbortError')
      },
    })
    await expect(ended).rejects.toMatchObject({ name: 'AbortError' })
    expect(await shelf.list()).toEqual(before)
  })
})

describe('a package’s tracks beside imported ones', () => {
  const fileOf = (positions: Positions, isKept: boolean, dataClass: 'real' | 'illustrative'): TracksOfMonth => {
    const bytes = writeTrips(judged(positions).trips)
    return {
      ...{ month: '2022-10', table: 'trips', isKept, dataClass, path: `${isKept} ${dataClass}` },
      open: () => openTracks(rangesOf(new Blob([bytes]))),
    }
  }
  const covered = new Map([['2022-10', new Map([['A', new Set([Math.floor((MORNING + 28_800) / 86_400)])]])]])
  const trucksOf = async (tracks: Tracks) => {
    const trips = (await tracks.trips('2022-10'))!
    return [...new Set(Array.from(trips.truck, (of) => trips.trucks[of]))].sort()
  }

  it('are left out if they are illustrative, with all their trucks', async () => {
    const tracks = new Tracks([fileOf(day('示A'), false, 'illustrative'), fileOf(day('A'), true, 'real')])
    expect([tracks.classOf('2022-10'), await trucksOf(tracks)]).toEqual(['real', ['A']])
    expect(new Tracks(tracks.files.slice(0, 1)).classOf('2022-10')).toBe('illustrative')
  })

  it('yield to imported ones on the days of those trucks, and stay on all other days', async () => {
    const own = fileOf(day('A'), true, 'real')
    const tracks = new Tracks([fileOf(day('A', -1), false, 'real'), fileOf(day('A'), false, 'real'), own], [], covered)
    const once = judged(day('A')).trips.from.length
    expect((await tracks.trips('2022-10'))!.from.length).toBe(2 * once)
    expect([...tracks.keptTrucks('2022-10')]).toEqual(['A'])
  })
})

it('keeps missing values as missing', async () => {
  const plain = day('A')
  const silent = { ...plain, speed: plain.speed.map(() => NO_FIGURE) }
  await keepTracks(shelf, [silent], GROUND, quiet)
  const positions = (await (await kept()).positions('2022-10'))!
  expect(new Set(positions.speed)).toEqual(new Set([NO_FIGURE]))
  expect(positions.lon[0]).toBe(Math.round(HOME[0] * PER_DEGREE))
})

describe('two windows of a browser without locks', () => {
  it('never both remove the same parts: the later one is told, and the first one’s result stays', async () => {
    await keepTracks(shelf, [day('A')], GROUND, quiet)
    const [before] = await shelf.list()
    const facts = { ...before!, group: 9 }
    const [mine, theirs] = [await shelf.write(facts, new ArrayBuffer(0)), await shelf.write(facts, new ArrayBuffer(0))]
    await shelf.swap([mine], [before!.id])
    const left = await shelf.list()
    await expect(shelf.swap([theirs], [before!.id])).rejects.toThrow(ShelfChanged)
    await expect(shelf.swap([mine], [])).rejects.toThrow(ShelfChanged)
    expect(await shelf.list()).toEqual(left)
  })
})

describe('stored tracks after a change of the package’s lists or settings', () => {
  it('are known to be judged by an earlier position of a place that was moved, and are judged again by the new one', async () => {
    const tip = away(HOME, 4000)
    const placed = ([lon, lat]: readonly [number, number]): TruckPlaces => ({
      role: Uint8Array.of(ROLES.indexOf('tip')),
      ...{ lon: Float64Array.of(lon), lat: Float64Array.of(lat), metres: Float32Array.of(200) },
      source: Int32Array.of(0),
    })
    const lifted = { at: tip, seconds: 900, more: { state: STATE.closed | STATE.lifted } }
    const track = tracksOf(journey([{ at: HOME, seconds: 600 }, lifted, { at: HOME, seconds: 600 }]), 'A')
    const before = { ...GROUND, places: placed(tip) }
    const moved = { ...GROUND, places: placed(away(tip, 1000)) }
    const breaches = async () => Array.from((await (await kept()).breaches('2022-10'))!.kind, (kind) => BREACHES[kind])
    await keepTracks(shelf, [track], before, quiet)
    expect(await breaches()).not.toContain('lift')
    expect(outdatedFiles(await shelf.list(), groundDigest(moved)).length).toBe(1)
    await judgeAgain(shelf, moved, quiet)
    expect(await breaches()).toContain('lift')
    expect(outdatedFiles(await shelf.list(), groundDigest(moved))).toEqual([])
  })

  it('are evaluated again completely, with the same result as a new import', async () => {
    const other = { ...GROUND, settings: { ...SETTINGS, stop: { ...SETTINGS.stop, leastSeconds: 700 } } }
    await keepTracks(shelf, [day('A'), day('B')], GROUND, quiet)
    expect(outdatedFiles(await shelf.list(), groundDigest(GROUND))).toEqual([])
    expect(outdatedFiles(await shelf.list(), groundDigest(other)).length).toBe(1)
    const positions = (await shelf.list()).filter(({ table }) => table === 'positions')
    await judgeAgain(shelf, other, quiet)
    expect(outdatedFiles(await shelf.list(), groundDigest(other))).toEqual([])
    expect((await shelf.list()).filter(({ table }) => table === 'positions')).toEqual(positions)
    const stops = async () => told((await (await kept()).stops('2022-10'))!)
    const anew = await stops()
    await shelf.parts.clear()
    await keepTracks(shelf, [day('A'), day('B')], GROUND, quiet)
    expect(await stops()).not.toEqual(anew)
    await shelf.parts.clear()
    await keepTracks(shelf, [day('A'), day('B')], other, quiet)
    expect(await stops()).toEqual(anew)
  })
})
