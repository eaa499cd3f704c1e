import { expose } from 'comlink'
import type { Month } from '@/domain/calendar'
import type { ExportHints } from '@/domain/monitoring/export-form'
import type { HourRule } from '@/domain/monitoring/hours'
import type { Minute } from '@/domain/monitoring/readings'
import type { PlainGround } from '@/domain/trucks/plain-ground'
import type { Second } from '@/domain/trucks/positions'
import type { ExportProgress } from '@/io/formats/export-table'
import { FileChangedError } from '@/io/formats/file-errors'
import { nextTask } from '@/io/formats/next-task'
import { keepReadings, removeDevice, undoImport } from '@/io/readings/keep-readings'
import { listKept } from '@/io/readings/kept-readings'
import { lastImport } from '@/io/readings/last-import'
import { lostMonths } from '@/io/readings/lost-parts'
import { type ExportKind, type MissingExportColumn, missingExportColumns } from '@/io/readings/missing-export-columns'
import { readExport } from '@/io/readings/read-export'
import { ReadingsShelf } from '@/io/readings/readings-shelf'
import { besideEnds } from '@/io/readings/shared-hours'
import { overruleKey } from '@/io/readings/sheet-times'
import { unsureHours } from '@/io/readings/unsure-hours'
import { judgeAgain, keepTracks } from '@/io/tracks/keep-tracks'
import { readTrackExport, type TrackExport } from '@/io/tracks/read-track-export'
import { TooManyPositions } from '@/io/tracks/too-many-positions'
import { listKeptTracks, rememberedDatums, TracksShelf } from '@/io/tracks/tracks-shelf'
import { decidedImport, effectOfImport, type ImportEffect } from '@/workspace/readings/decided-import'
import { gapsBesideKept } from '@/workspace/readings/gaps-beside-kept'
import { hourRule } from '@/workspace/readings/hour-rule'
import { besideKept } from '@/workspace/readings/kept-stamps'
import {
  type ReadingsDecision,
  type ReadingsReview,
  type ReadWithId,
  reviewOf,
} from '@/workspace/readings/readings-desk'
import { type CleanExports, decidedTracks, type TracksDecision, toldTrucks } from '@/workspace/tracks/decided-tracks'
import { reviewTracks, type TracksBase, type TracksReview } from '@/workspace/tracks/tracks-desk'
import { type FileOfReadings, readAgain, readOf, stampedExports } from './file-of-readings'
import { pulse } from './pulse'

const [readingsName, tracksName] = JSON.parse(self.name) as [string, string]
const shelves = { readings: new ReadingsShelf(readingsName), tracks: new TracksShelf(tracksName) }
let readings: readonly FileOfReadings[] = []
/** Whether times are begins or ends, as the user stated it by the headings of their tables. */
let stamps: NonNullable<ExportHints['stamps']> = {}
let tracks: readonly TrackExport[] = []
/** What came of the tracks that were reviewed last, and which they were. */
let clean: { readonly made: CleanExports; readonly base: TracksBase; readonly of: readonly TrackExport[] } | null = null

/** Least interval between progress messages. */
const SAY_MS = 100

/** Most positions held at a time; each takes some fifty bytes. */
const MAX_POSITIONS = 12_000_000

const rowsIn = (exports: readonly Pick<ReadWithId, 'readings'>[]) =>
  exports.reduce((sum, each) => sum + each.readings.minute.length, 0)

const classesOf = (exports: readonly ReadWithId[]) => [
  ...new Set(exports.map(({ dataClass }) => (dataClass === 'illustrative' ? dataClass : 'real'))),
]

/** Ids instead of indexes: an index changes when an earlier file is removed. */
let lastId = 0

/**
 * Reads files again if the user or other files of the import tell how their times are meant; see {@link besideEnds}.
 */
async function shareHours(say: (progress: ExportProgress) => void) {
  const of = readings
  const again = new Map<FileOfReadings, FileOfReadings>()
  const told = besideEnds(of.map(readOf))
  for (const [at, each] of of.entries()) {
    const keys = each.read.times.flatMap(({ headings }) => [headings, overruleKey(headings)])
    const isSaid = keys.some((key) => stamps[key] !== each.said.stamps?.[key])
    if (told[at] === (each.said.besideEnds ?? false) && !isSaid) continue
    const said = { ...each.said, stamps, besideEnds: told[at]! }
    try {
      again.set(each, await readAgain({ ...each, said }, say))
    } catch (error) {
      // A changed file keeps the times that were read first, and the review says how they were read.
      if (isSaid || !(error instanceof FileChangedError)) throw error
    }
  }
  // All or none of them. Files may have been added or removed meanwhile.
  readings = readings.map((now) => again.get(now) ?? now)
}

let working = new AbortController()
/** The look at what an import would do; it changes nothing, and ends when another one begins. */
let looking = new AbortController()

/** Runs work that the user can cancel; the next progress message then throws. */
async function endable<Said extends unknown[], T>(
  say: (...said: Said) => void,
  work: (say: (...said: Said) => void) => Promise<T>,
): Promise<T> {
  const own = new AbortController()
  working = own
  let said = 0
  return work((...args) => {
    own.signal.throwIfAborted()
    if (performance.now() - said < SAY_MS) return
    said = performance.now()
    say(...args)
  })
}

/** Reads an export of positions, within the limit for all waiting files. @throws TooManyPositions */
function readTracks(file: File, tell: (progress: ExportProgress) => void, isSaid = false): Promise<TrackExport | null> {
  const held = tracks.reduce((sum, { positions }) => sum + positions.second.length, 0)
  const say = (progress: ExportProgress) => {
    if (held + progress.rows > MAX_POSITIONS) throw new TooManyPositions()
    tell(progress)
  }
  return readTrackExport(file, say, undefined, isSaid)
}

const api = {
  ...pulse,
  /**
   * Reads a file and holds its content until the user decides; null if it is no export of devices. `hour`: the
   * package's rule for hours.
   */
  read: (file: File, hour: HourRule | undefined, say: (progress: ExportProgress) => void): Promise<ExportKind | null> =>
    endable(say, async (tell) => {
      const rule = hourRule(hour)
      // Files of the same name are kept too: folders by device have files for the same months.
      const ofMonitors = await readExport(file, tell, {}, rule)
      if (ofMonitors) {
        readings = [...readings, { file, rule, said: {}, read: { ...ofMonitors, id: ++lastId } }]
        return 'readings'
      }
      const ofTrucks = await readTracks(file, tell)
      if (!ofTrucks) return null
      tracks = [...tracks, ofTrucks]
      return 'tracks'
    }),
  /**
   * Reads a file as the sort that the user chose, with its header where the user said; returns the missing columns if
   * that is impossible.
   */
  readAs: (
    file: File,
    sort: ExportKind,
    header: ExportHints['header'],
    hour: HourRule | undefined,
    say: (progress: ExportProgress) => void,
  ): Promise<readonly MissingExportColumn[]> =>
    endable(say, async (tell) => {
      const rule = hourRule(hour)
      const said = { isReadings: true, ...(header && { header }) }
      const ofMonitors = sort === 'readings' ? await readExport(file, tell, said, rule) : null
      const ofTrucks = sort === 'tracks' ? await readTracks(file, tell, true) : null
      if (ofMonitors) readings = [...readings, { file, rule, said, read: { ...ofMonitors, id: ++lastId } }]
      if (ofTrucks) tracks = [...tracks, ofTrucks]
      return ofMonitors || ofTrucks ? [] : missingExportColumns(file, sort, header)
    }),
  /** Cancels the current work. */
  cancel: () => working.abort(),

  /** Reads a file of readings again with the user's choices. */
  rereadReadings: (id: number, said: ExportHints, say: (progress: ExportProgress) => void): Promise<void> =>
    endable(say, async (tell) => {
      const asked = readings.find(({ read }) => read.id === id)
      if (!asked) return
      const { file, rule } = asked
      const both = { ...asked.said, ...said }
      const read = await readExport(file, tell, both, rule)
      if (read)
        readings = readings.map((each) =>
          each.read.id === id ? { file, rule, said: both, read: { ...read, id } } : each,
        )
    }),
  /**
   * Removes a file that is no export of readings, and returns it for another import (null if it is gone) with the
   * number of files left.
   */
  releaseReadingsFile(id: number): { readonly file: File | null; readonly left: number } {
    const file = readings.find(({ read }) => read.id === id)?.file ?? null
    readings = readings.filter(({ read }) => read.id !== id)
    return { file, left: readings.length }
  },
  reviewReadings: (now: Minute, say: (done: number, of: number) => void): Promise<ReadingsReview | null> =>
    endable(say, async (tell) => {
      if (readings.length === 0) return null
      await shareHours(() => tell(0, rowsIn(readings.map(readOf))))
      const exports = readings.map(readOf)
      const of = rowsIn(exports)
      tell(0, of)
      // Millions of rows take some seconds in one go; a cancel takes effect afterwards.
      const unsure = await unsureHours(exports, shelves.readings, readings.at(-1)?.rule.stamp ?? 'begin')
      const made = reviewOf(exports, now, stamps)
      const asked = besideKept(made.stamps, exports, await shelves.readings.list())
      const devices = await gapsBesideKept(shelves.readings, exports, made.devices, now)
      const lost = await lostMonths(shelves.readings, made.months, classesOf(exports))
      const review = { ...made, devices, stamps: asked, unsureHours: unsure, ...(lost.length > 0 && { lost }) }
      await nextTask()
      tell(of, of)
      return review
    }),
  /**
   * Takes times as begins or ends in all files with the headings of this key; if one of them can't be read again, in none.
   * @throws FileChangedError
   */
  sayStamp: (key: string, stamp: HourRule['stamp'], say: (progress: ExportProgress) => void): Promise<void> =>
    endable(say, async (tell) => {
      const before = stamps
      stamps = { ...stamps, [key]: stamp }
      try {
        await shareHours(tell)
      } catch (error) {
        stamps = before
        throw error
      }
    }),
  forgetReadings() {
    looking.abort()
    readings = []
    stamps = {}
  },
  /**
   * What keeping what was read would replace of what is kept, and leave out. It ends with an error if the user ends it,
   * decides otherwise, or keeps or forgets what was read.
   */
  async effectOfReadings(decision: ReadingsDecision, now: Minute, hour: HourRule | undefined): Promise<ImportEffect> {
    looking.abort()
    looking = new AbortController()
    const { signal } = looking
    const exports = await stampedExports(readings, hour, () => signal.throwIfAborted())
    return effectOfImport(shelves.readings, exports, { decision, now, rule: hourRule(hour) }, async () => {
      await nextTask()
      signal.throwIfAborted()
    })
  },
  /** Ends the look at what an import would do. */
  endLook: () => looking.abort(),
  /**
   * Keeps what was read; returns the number of readings of the files that are stored, their months, and the ids by which
   * the import can be undone.
   */
  keepReadings: (
    decision: ReadingsDecision,
    now: Minute,
    hour: HourRule | undefined,
    say: (done: number, of: number) => void,
  ) =>
    endable(say, async (tell) => {
      looking.abort()
      // Files that are read meanwhile wait for a decision of their own.
      const decided = readings
      const all = rowsIn(decided.map(readOf))
      tell(0, all)
      const exports = await stampedExports(decided, hour, () => tell(0, all))
      const added = await decidedImport(shelves.readings, exports, { decision, now, rule: hourRule(hour) })
      const stored = await keepReadings(shelves.readings, added, tell, decision.givenUp)
      const ids = new Set(decided.map(({ read }) => read.id))
      readings = readings.filter(({ read }) => !ids.has(read.id))
      if (readings.length === 0) stamps = {}
      return { rows: added.reduce((sum, { rows }) => sum + rows, 0), ...stored }
    }),
  keptReadings: () => listKept(shelves.readings),
  removeReadings: (months: readonly Month[]) => shelves.readings.removeMonths(months),
  lastImport: async () => lastImport(await shelves.readings.list()),
  /** Takes the import with these ids back; returns whether it was the last. */
  undoReadings: (ids: readonly number[]) => undoImport(shelves.readings, ids),
  removeDevice: (code: string) => removeDevice(shelves.readings, code),

  reviewTracks: (
    base: TracksBase,
    now: Second,
    say: (done: number, of: number) => void,
  ): Promise<TracksReview | null> =>
    endable(say, async (tell) => {
      if (tracks.length === 0) return null
      const of = tracks
      const remembered = await rememberedDatums(shelves.tracks)
      const { review, clean: made } = await reviewTracks(of, base, now, tell, remembered)
      clean = { made, base, of }
      return review
    }),
  forgetTracks() {
    tracks = []
    clean = null
  },
  /** Judges what was read and keeps it; returns the number of positions, and their trucks and months. */
  keepTracks: (decision: TracksDecision, say: (done: number, of: number) => void) =>
    endable(say, async (tell) => {
      const { made, base, of } = clean!
      const decided = decidedTracks(made, decision)
      const { ground } = base
      const options = { say: tell, told: toldTrucks(made, decision) }
      const kept = await keepTracks(shelves.tracks, decided.real, ground, options, decided.illustrative)
      tracks = tracks.filter((each) => !of.includes(each))
      clean = null
      return {
        ...kept,
        rows: [...decided.real, ...decided.illustrative].reduce((sum, { second }) => sum + second.length, 0),
      }
    }),
  /** Judges kept tracks again with the current lists and settings. */
  reevaluateTracks: (ground: PlainGround, say: (done: number, of: number) => void) =>
    endable(say, (tell) => judgeAgain(shelves.tracks, ground, { say: tell })),
  keptTracks: () => listKeptTracks(shelves.tracks),
  removeTracks: (months: readonly Month[]) => shelves.tracks.removeMonths(months),
}

export type ExportsApi = typeof api
expose(api)
