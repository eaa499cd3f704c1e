import type { DayNumber, Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { CountyHauls } from '@/domain/trucks/hauls'
import type { Second } from '@/domain/trucks/positions'
import { type KeptPart, PartShelf } from '@/io/kept/part-shelf'
import type { TrackTable } from './tracks'

/** A truck in a month, as it is kept. */
export interface KeptTruck {
  readonly plate: string
  readonly rows: number
  readonly from: Second
  readonly until: Second
  /** Days of Asia/Shanghai of which anything is known. */
  readonly days: readonly DayNumber[]
}

/** What is known of a file of tracks of a month without reading it. */
interface TracksFacts {
  readonly month: Month
  readonly table: TrackTable | 'hauls'
  /** Files of the same trucks, one for each table, have the same number. */
  readonly group: number
  readonly rows: number
  /** Absent of real ones, and of all that were kept before it was written down. */
  readonly dataClass?: DataClass
  /** Of a file of positions. */
  readonly trucks?: readonly KeptTruck[]
  /** Of a file of what positions were cut into: by which lists and settings; absent in those of before it was written down. */
  readonly judgedBy?: string
  /** Of a file of hauls, which is nothing else. */
  readonly hauls?: KeptHauls
}

/** Hauls of a month by county and day. */
export interface KeptHauls {
  /** By which lists and settings they were counted. */
  readonly by: string
  readonly counties: CountyHauls
  /** Absent in those of before it was written down. */
  readonly dataClass?: DataClass
}

export type TracksPart = KeptPart<TracksFacts>

/** The tracks of trucks that a browser keeps. A truck's month is in one group of files; what was made up of it is in another. */
export class TracksShelf extends PartShelf<TracksFacts> {}

/** A month of tracks that is kept. */
export interface KeptTracks {
  readonly month: Month
  readonly bytes: number
  readonly rows: number
  /** Of them, those that were made up. */
  readonly madeUp: number
  /** By their plates; one of which there are real and made-up tracks stands once. */
  readonly trucks: readonly KeptTruck[]
}

/** The months of tracks that a browser keeps, the earliest first. */
export async function listKeptTracks(shelf: TracksShelf): Promise<KeptTracks[]> {
  const months = grouped(await shelf.list(), ({ month }) => month)
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, parts]) => ({
      month,
      bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
      rows: parts.reduce((sum, { table, rows }) => sum + (table === 'positions' ? rows : 0), 0),
      madeUp: parts.reduce(
        (sum, { table, rows, dataClass }) => sum + (table === 'positions' && dataClass === 'illustrative' ? rows : 0),
        0,
      ),
      trucks: byPlate(parts.flatMap(({ trucks }) => trucks ?? [])),
    }))
}

function byPlate(trucks: readonly KeptTruck[]): KeptTruck[] {
  return [...grouped(trucks, ({ plate }) => plate)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([plate, own]) => ({
      plate,
      rows: own.reduce((sum, { rows }) => sum + rows, 0),
      from: Math.min(...own.map(({ from }) => from)),
      until: Math.max(...own.map(({ until }) => until)),
      days: [...new Set(own.flatMap(({ days }) => days))].sort((a, b) => a - b),
    }))
}
