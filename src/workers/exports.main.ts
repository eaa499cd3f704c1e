import { expose } from 'comlink'
import type { Month } from '@/domain/calendar'
import type { Minute } from '@/domain/monitoring/readings'
import type { PlainGround } from '@/domain/trucks/plain-ground'
import type { Second } from '@/domain/trucks/positions'
import type { ExportProgress } from '@/io/formats/export-table'
import { keepReadings } from '@/io/readings/keep-readings'
import { listKept } from '@/io/readings/kept-readings'
import { type ReadExport, readExport } from '@/io/readings/read-export'
import { ReadingsShelf } from '@/io/readings/readings-shelf'
import { judgeAnew, keepTracks } from '@/io/tracks/keep-tracks'
import { readTrackExport, type TrackExport } from '@/io/tracks/read-track-export'
import { TooManyPositions } from '@/io/tracks/too-many-positions'
import { listKeptTracks, TracksShelf } from '@/io/tracks/tracks-shelf'
import { decidedReadings, type ReadingsDecision, reviewOf } from '@/workspace/readings-desk'
import {
  type CleanExports,
  decidedTracks,
  reviewTracks,
  type TracksBase,
  type TracksDecision,
  type TracksReview,
} from '@/workspace/tracks-desk'
import { pulse } from './pulse'

const [readingsName, tracksName] = JSON.parse(self.name) as [string, string]
const shelves = { readings: new ReadingsShelf(readingsName), tracks: new TracksShelf(tracksName) }
let readings: readonly ReadExport[] = []
let tracks: readonly TrackExport[] = []
let clean: { readonly made: CleanExports; readonly base: TracksBase } | null = null

/** What is said of work under way, at most so often. */
const SAY_MS = 100

/** So many positions are held at a time, of some fifty bytes each. */
const MOST_POSITIONS = 12_000_000

/** Which export a file is. */
export type ExportSort = 'readings' | 'tracks'

let working = new AbortController()

/** Does work that a person may end: what it says ends it then. */
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

const api = {
  ...pulse,
  /** Reads a file and keeps what it holds until it is decided on; null where it is no export of devices. */
  read: (file: File, say: (progress: ExportProgress) => void): Promise<ExportSort | null> =>
    endable(say, async (tell) => {
      // Of one name too: folders of devices have files of the same months.
      const ofMonitors = await readExport(file, tell)
      if (ofMonitors) {
        readings = [...readings, ofMonitors]
        return 'readings'
      }
      const held = tracks.reduce((sum, { positions }) => sum + positions.second.length, 0)
      const ofTrucks = await readTrackExport(file, (progress) => {
        if (held + progress.rows > MOST_POSITIONS) throw new TooManyPositions()
        tell(progress)
      })
      if (!ofTrucks) return null
      tracks = [...tracks, ofTrucks]
      return 'tracks'
    }),
  /** Ends what is under way. */
  cancel: () => working.abort(),

  reviewReadings: (now: Minute) => (readings.length === 0 ? null : reviewOf(readings, now)),
  forgetReadings() {
    readings = []
  },
  /** Keeps what was read; how many readings of which months that were. */
  async keepReadings(decision: ReadingsDecision, now: Minute) {
    const decided = decidedReadings(readings, decision, now)
    const months = await keepReadings(shelves.readings, decided)
    readings = []
    return { rows: decided.minute.length, months }
  },
  keptReadings: () => listKept(shelves.readings),
  removeReadings: (months: readonly Month[]) => shelves.readings.removeMonths(months),

  reviewTracks: (
    base: TracksBase,
    now: Second,
    say: (done: number, of: number) => void,
  ): Promise<TracksReview | null> =>
    endable(say, async (tell) => {
      if (tracks.length === 0) return null
      const { review, clean: made } = await reviewTracks(tracks, base, now, tell)
      clean = { made, base }
      return review
    }),
  forgetTracks() {
    tracks = []
    clean = null
  },
  /** Judges what was read and keeps it; how many positions of which trucks and months that were. */
  keepTracks: (decision: TracksDecision, say: (done: number, of: number) => void) =>
    endable(say, async (tell) => {
      const decided = decidedTracks(clean!.made, decision)
      const kept = await keepTracks(shelves.tracks, decided, clean!.base.ground, { say: tell })
      tracks = []
      clean = null
      return { rows: decided.reduce((sum, { second }) => sum + second.length, 0), ...kept }
    }),
  /** Judges what is kept by lists and settings of now. */
  judgeTracks: (ground: PlainGround, say: (done: number, of: number) => void) =>
    endable(say, (tell) => judgeAnew(shelves.tracks, ground, { say: tell })),
  keptTracks: () => listKeptTracks(shelves.tracks),
  removeTracks: (months: readonly Month[]) => shelves.tracks.removeMonths(months),
}

export type ExportsApi = typeof api
expose(api)
