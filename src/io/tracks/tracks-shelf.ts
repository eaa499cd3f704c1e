import type { DayNumber, Month } from '@/domain/calendar'
import type { Datum } from '@/domain/geodesy/datum'
import { grouped } from '@/domain/grouped'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { CountyHauls } from '@/domain/trucks/hauls'
import type { Second } from '@/domain/trucks/positions'
import { joinTold, type TruckTold } from '@/domain/trucks/truck-told'
import { type KeptPart, PartShelf } from '@/io/kept/part-shelf'
import type { TrackTable } from './tracks'

/** A stored truck in a month. */
export interface KeptTruck extends TruckTold {
  readonly plate: string
  readonly rows: number
  readonly from: Second
  readonly until: Second
  /** Days in Asia/Shanghai with any data. */
  readonly days: readonly DayNumber[]
}

/** Facts about a month's file of tracks, known without reading it. */
interface TracksFacts {
  readonly month: Month
  readonly table: TrackTable | 'hauls'
  /** Files of the same trucks, one per table, have the same group number. */
  readonly group: number
  readonly rows: number
  /** Absent for real tracks, and for all stored before the class was recorded. */
  readonly dataClass?: DataClass
  /** For a file of positions. */
  readonly trucks?: readonly KeptTruck[]
  /** For tables derived from positions: digest of the lists and settings used; absent in older files. */
  readonly judgedBy?: string
  /** For a part of table `hauls`, which has no other content. */
  readonly hauls?: KeptHauls
}

/** Hauls of a month by county and day. */
export interface KeptHauls {
  /** Digest of the lists and settings used for counting. */
  readonly by: string
  readonly counties: CountyHauls
  /** Absent in older ones. */
  readonly dataClass?: DataClass
}

export type TracksPart = KeptPart<TracksFacts>

/** Truck tracks stored in the browser. A truck's month is in one group of files; made-up tracks are in another. */
export class TracksShelf extends PartShelf<TracksFacts> {}

/** A stored month of tracks. */
export interface KeptTracks {
  readonly month: Month
  readonly bytes: number
  readonly rows: number
  /** Number of these that are made up. */
  readonly madeUp: number
  /** By plate; a truck with both real and made-up tracks is listed once. */
  readonly trucks: readonly KeptTruck[]
}

/** The stored months of tracks, oldest first. */
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
      ...joinTold(own),
    }))
}

/**
 * The datums that a person chose for stored trucks whose datum nothing told, by plate; of two months the later counts.
 * What was chosen for made-up tracks says nothing about real ones.
 */
export async function rememberedDatums(shelf: TracksShelf): Promise<ReadonlyMap<string, Datum>> {
  const real = (await shelf.list()).filter(({ dataClass }) => dataClass !== 'illustrative')
  const parts = real.sort((one, other) => (one.month < other.month ? -1 : 1))
  return new Map(
    parts.flatMap(({ trucks = [] }) =>
      trucks.flatMap(({ plate, assumed }) => (assumed === undefined ? [] : [[plate, assumed] as const])),
    ),
  )
}
