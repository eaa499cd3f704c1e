import type { DayNumber, Month } from '@/domain/calendar'
import type { Problem } from '@/domain/problem'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { Breaches } from '@/domain/trucks/breaches'
import { dayOf } from '@/domain/trucks/clock-hours'
import { joinTracks, rowsWhere, type TruckTable } from '@/domain/trucks/join-tracks'
import type { Positions } from '@/domain/trucks/positions'
import type { Stops } from '@/domain/trucks/stops'
import type { Trips } from '@/domain/trucks/trips'
import type { TrucksTold } from '@/domain/trucks/truck-told'
import type { Descriptor } from '@/io/package/descriptor'
import { monthlyFiles } from '@/io/package/monthly-files'
import type { RangedFiles } from '@/io/package/package-files'
import { RangeFault } from '@/io/package/ranged-file'
import {
  openTracks,
  readBreaches,
  readPositions,
  readStops,
  readTrips,
  type TracksFile,
  TracksRefused,
  type WantedTracks,
} from './read-tracks'

/** Tables of tracks: positions, and the tables derived from them. */
export const TRACK_TABLES = ['positions', 'trips', 'stops', 'breaches'] as const
export type TrackTable = (typeof TRACK_TABLES)[number]

/** One file of a month. */
export interface TracksOfMonth {
  readonly month: Month
  readonly table: TrackTable
  /** Whether it was imported in this browser; otherwise it belongs to the package. */
  readonly isKept: boolean
  readonly dataClass: DataClass
  readonly path: string
  open(): Promise<TracksFile>
}

/** By plate, the days of a month of which anything was imported. */
export type CoveredDays = ReadonlyMap<string, ReadonlySet<DayNumber>>

const NOTHING_TOLD: TrucksTold = new Map()

/**
 * Tracks of trucks, read from files on demand. For a truck's day with imported data only that is used, and made-up data
 * is ignored in a month that has any other.
 */
export class Tracks {
  /** Why the last attempt to read a file failed. */
  private readonly faults = new Map<string, Problem>()

  /** `unlisted`: why not all files could be found; imported files come last, by month. */
  constructor(
    readonly files: readonly TracksOfMonth[],
    readonly unlisted: readonly Problem[] = [],
    private readonly covered: ReadonlyMap<Month, CoveredDays> = new Map(),
    private readonly told: ReadonlyMap<Month, TrucksTold> = new Map(),
  ) {}

  /** Files that could not be read so far; results are given without them. */
  get problems(): readonly Problem[] {
    return [...this.unlisted, ...this.faults.values()]
  }

  /** Months with trips, oldest first. */
  get months(): readonly Month[] {
    return [...new Set(this.files.filter(({ table }) => table === 'trips').map(({ month }) => month))].sort()
  }

  positions = (month: Month, wanted: WantedTracks = {}): Promise<Positions | null> =>
    this.read(month, 'positions', wanted, readPositions)
  trips = (month: Month, wanted: WantedTracks = {}): Promise<Trips | null> =>
    this.read(month, 'trips', wanted, readTrips)
  stops = (month: Month, wanted: WantedTracks = {}): Promise<Stops | null> =>
    this.read(month, 'stops', wanted, readStops)
  breaches = (month: Month, wanted: WantedTracks = {}): Promise<Breaches | null> =>
    this.read(month, 'breaches', wanted, readBreaches)

  /** Trucks with imported data in a month. */
  keptTrucks(month: Month): ReadonlySet<string> {
    return new Set(this.covered.get(month)?.keys())
  }

  /** What is known of imported trucks of a month besides their positions. */
  toldOf(month: Month): TrucksTold {
    return this.told.get(month) ?? NOTHING_TOLD
  }

  /** The files that a month is made of. */
  ofMonth(month: Month): readonly TracksOfMonth[] {
    const all = this.files.filter((each) => each.month === month)
    const real = all.filter(({ dataClass }) => dataClass !== 'illustrative')
    return real.length > 0 ? real : all
  }

  /** Whether a table of a month is known to be complete: a file whose last read failed may contain more. */
  isWhole(month: Month, table: TrackTable): boolean {
    const isLost = (file: TracksOfMonth) => file.table === table && this.faults.has(file.path)
    return this.unlisted.length === 0 && !this.ofMonth(month).some(isLost)
  }

  /** The data class of a month; null if there is no data. */
  classOf(month: Month): DataClass | null {
    const classes = this.ofMonth(month).map(({ dataClass }) => dataClass)
    return classes.find((each) => each !== 'real') ?? classes[0] ?? null
  }

  /** The columns of a month's positions that have a value in at least one row; null where there is no file, or one can't be opened. */
  async said(month: Month): Promise<ReadonlySet<string> | null> {
    const said = new Set<string>()
    const files = this.ofMonth(month).filter(({ table }) => table === 'positions')
    try {
      for (const file of files) for (const name of (await file.open()).said) said.add(name)
    } catch {
      // The reading of its rows reports the error; here its columns are unknown.
      return null
    }
    return files.length === 0 ? null : said
  }

  /** Whether the package's breaches of a month state that they were judged by other lists or settings. */
  async isJudgedOtherwise(month: Month, digest: string): Promise<boolean> {
    const files = this.ofMonth(month).filter(({ table, isKept }) => table === 'breaches' && !isKept)
    try {
      for (const file of files) {
        const { judgedBy } = await file.open()
        if (judgedBy !== null && judgedBy !== digest) return true
      }
    } catch {
      // The reading of its rows reports the error.
    }
    return false
  }

  /** Rows in all files of a table of a month; null if there is none, or one can't be opened. */
  async rowsIn(month: Month, table: TrackTable): Promise<number | null> {
    const files = this.ofMonth(month).filter((file) => file.table === table)
    let rows = 0
    try {
      for (const file of files) rows += (await file.open()).rows
    } catch {
      // The reading of its rows reports the error.
      return null
    }
    return files.length === 0 ? null : rows
  }

  async read<T extends TruckTable>(
    month: Month,
    table: TrackTable,
    wanted: WantedTracks,
    read: (file: TracksFile, wanted: WantedTracks) => Promise<T>,
  ): Promise<T | null> {
    const parts: T[] = []
    const covered = this.covered.get(month)
    for (const each of this.ofMonth(month).filter((of) => of.table === table)) {
      try {
        const part = await read(await each.open(), wanted)
        this.faults.delete(each.path)
        parts.push(covered && !each.isKept ? rowsWhere(part, (plate, at) => !covered.get(plate)?.has(dayOf(at))) : part)
      } catch (error) {
        this.faults.set(each.path, tracksProblem(each.path, error))
      }
    }
    return parts.length === 0 ? null : joinTracks(parts)
  }
}

/** Tracks of a package: nothing is read yet. */
export function packageTracks(files: RangedFiles, descriptor: Descriptor): TracksOfMonth[] {
  return TRACK_TABLES.flatMap((table) => {
    const ofRole = descriptor.resources.filter(({ chentu }) => chentu.role === `truck-${table}`)
    return ofRole.flatMap((resource): TracksOfMonth[] => {
      const monthly = monthlyFiles(files, { resources: [resource] }, `truck-${table}`, openTracks, tracksProblem)
      return monthly.months.map((month) => ({
        month,
        table,
        isKept: false,
        dataClass: resource.chentu.class,
        path: resource.path,
        async open() {
          const { value, problems } = await monthly.open(month)
          if (value?.[0]) return value[0]
          throw new RangeFault(problems[0]!)
        },
      }))
    })
  })
}

/** The problem for a file of tracks that cannot be read. */
export function tracksProblem(path: string, error: unknown): Problem {
  if (error instanceof RangeFault) return error.problem
  const isNone = error instanceof TracksRefused && error.why === 'no-parquet'
  return { code: 'tracks-unreadable', file: path, ...(isNone && { expected: 'Parquet' }) }
}
