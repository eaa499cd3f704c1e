import { openAsBlob, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { formatDay } from '@/domain/calendar'
import type { ToldDatum } from '@/domain/trucks/clean-tracks'
import { dayOf } from '@/domain/trucks/clock-hours'
import { judgeTracks } from '@/domain/trucks/judge-tracks'
import type { PlainGround } from '@/domain/trucks/plain-ground'
import type { Positions } from '@/domain/trucks/positions'
import { placeFinder } from '@/domain/trucks/truck-places'
import { type ParquetColumn, writeParquet } from '@/io/parquet/write-parquet'
import type { UnreadRow } from '@/io/readings/unread-rows'
import { readTrackExport } from '@/io/tracks/read-track-export'
import { openTracks } from '@/io/tracks/read-tracks'
import { SECOND, TRUCK } from '@/io/tracks/track-columns'
import { writeBreaches, writePositions, writeStops, writeTrips } from '@/io/tracks/write-tracks'
import { writeWhole } from '../../write-whole'

/** A task besides the main program: reading a raw file, or evaluating a batch of trucks. */
export type Task =
  | {
      readonly do: 'stage'
      readonly path: string
      readonly name: string
      readonly to: string
      readonly plates: ReadonlyMap<string, string>
    }
  | { readonly do: 'judge'; readonly raw: string; readonly to: string; readonly ground: PlainGround }

/** Result of staging a raw file. */
export interface Staged {
  readonly rows: number
  readonly months: readonly string[]
  readonly unread: { readonly count: number; readonly named: readonly UnreadRow[] } | null
  /** The file is marked as made up: none of it is folded, because that would count as measured. */
  readonly isMadeUp: boolean
}

/** Result of evaluating the positions of a batch. */
export interface Judged {
  readonly rows: number
  readonly positions: number
  readonly doubled: number
  readonly late: number
  readonly jumps: number
  readonly stops: number
  readonly trips: number
  readonly breaches: number
  /** Trucks of unknown datum, and those found in a datum other than WGS-84. */
  readonly untold: readonly string[]
  readonly shifted: readonly string[]
}

export type Done = Staged | Judged

export const perform = (task: Task): Promise<Done> => (task.do === 'stage' ? stage(task) : judge(task))

const COLUMNS = ['lon', 'lat', 'speed', 'direction', 'load', 'state'] as const

/** Raw positions in order of arrival, with the key columns needed to select rows. */
function writeStaged(positions: Positions): ArrayBuffer {
  const whole = (name: string, data: ArrayLike<number>): ParquetColumn => ({
    ...{ name, of: 'whole', isKey: true, encoding: 'DELTA_BINARY_PACKED' },
    data: Int32Array.from(data),
  })
  const plates = Array.from(positions.truck, (of) => positions.trucks[of]!)
  return writeParquet(
    'staged',
    [
      { name: TRUCK, of: 'text', isKey: true, data: plates },
      whole(SECOND, positions.second),
      ...COLUMNS.map((name) => whole(name, positions[name])),
    ],
    {},
  )
}

async function stage({ path, name, to, plates }: Task & { do: 'stage' }): Promise<Staged> {
  const file = new File([await openAsBlob(path)], basename(name))
  const found = await readTrackExport(file, undefined, (terminal) => plates.get(terminal) ?? terminal)
  const isMadeUp = found?.dataClass === 'illustrative'
  const read = isMadeUp ? null : found
  const days = new Set(read ? Array.from(read.positions.second, dayOf) : [])
  const done: Staged = {
    rows: read?.positions.second.length ?? 0,
    months: [...new Set([...days].map((day) => formatDay(day).slice(0, 7)))].sort(),
    unread: read?.unread ?? null,
    isMadeUp,
  }
  if (read) writeWhole(to, new Uint8Array(writeStaged(read.positions)))
  writeWhole(`${to}.json`, JSON.stringify(done))
  return done
}

/** Each truck once: trucks with some encrypted positions occur twice. */
const trucksOf = (datums: readonly ToldDatum[]) => [...new Set(datums.map(({ truck }) => truck))]

async function judge({ raw, to, ground }: Task & { do: 'judge' }): Promise<Judged> {
  const bytes = readFileSync(raw)
  const file = await openTracks({
    byteLength: bytes.byteLength,
    slice: (from, until) =>
      bytes.buffer.slice(bytes.byteOffset + from, bytes.byteOffset + (until ?? bytes.byteLength)) as ArrayBuffer,
  })
  const rows = await file.columns({}, COLUMNS)
  const positions: Positions = {
    trucks: rows.trucks,
    truck: rows.truck,
    second: rows.whole(SECOND, Uint32Array),
    lon: rows.whole('lon', Int32Array),
    lat: rows.whole('lat', Int32Array),
    speed: rows.whole('speed', Uint16Array),
    direction: rows.whole('direction', Uint16Array),
    load: rows.whole('load', Uint8Array),
    state: rows.whole('state', Uint8Array),
  }
  const { settings, places, bans, lines } = ground
  const judged = judgeTracks(positions, settings, { places: placeFinder(places), bans, lines })
  writeWhole(`${to}-positions.parquet`, new Uint8Array(writePositions(judged.positions)))
  writeWhole(`${to}-stops.parquet`, new Uint8Array(writeStops(judged.stops)))
  writeWhole(`${to}-trips.parquet`, new Uint8Array(writeTrips(judged.trips)))
  writeWhole(`${to}-breaches.parquet`, new Uint8Array(writeBreaches(judged.breaches)))
  const { doubled, late, jumps, datums } = judged
  return {
    rows: positions.second.length,
    positions: judged.positions.second.length,
    ...{ doubled, late, jumps },
    stops: judged.stops.from.length,
    trips: judged.trips.from.length,
    breaches: judged.breaches.kind.length,
    untold: trucksOf(datums.filter(({ finding }) => finding.decided === null)),
    shifted: trucksOf(datums.filter(({ finding }) => finding.decided !== null && finding.decided !== 'wgs84')),
  }
}
