import type { Month } from '@/domain/calendar'
import type { Problem } from '@/domain/problem'
import type { Breaches } from '@/domain/trucks/breaches'
import { joinTracks, type TruckTable } from '@/domain/trucks/join-tracks'
import type { Positions } from '@/domain/trucks/positions'
import type { Stops } from '@/domain/trucks/stops'
import type { Trips } from '@/domain/trucks/trips'
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

/** What tracks come as: positions, and what these were cut into and judged. */
export const TRACK_TABLES = ['positions', 'trips', 'stops', 'breaches'] as const
export type TrackTable = (typeof TRACK_TABLES)[number]

/** One file of a month. */
export interface TracksOfMonth {
  readonly month: Month
  readonly table: TrackTable
  /** Whether it was imported in this browser; else it is the package's. */
  readonly isKept: boolean
  readonly path: string
  open(): Promise<TracksFile>
}

/** The tracks of trucks, read from their files as they are asked for. Of a truck in a month what was imported stands alone. */
export class Tracks {
  /** Why a file could not be read when it was read last. */
  private readonly faults = new Map<string, Problem>()

  /** `unlisted`: why not all files could be found. */
  constructor(
    readonly files: readonly TracksOfMonth[],
    readonly unlisted: readonly Problem[] = [],
  ) {}

  /** Files that could not be read so far: what is asked for is answered without them. */
  get problems(): readonly Problem[] {
    return [...this.unlisted, ...this.faults.values()]
  }

  /** Of which there are trips, the earliest first. */
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

  /** Of which trucks something was imported in a month, by its trips. */
  async keptTrucks(month: Month): Promise<ReadonlySet<string>> {
    const own = new Tracks(this.files.filter((each) => each.isKept))
    return new Set((await own.trips(month))?.trucks ?? [])
  }

  async read<T extends TruckTable>(
    month: Month,
    table: TrackTable,
    wanted: WantedTracks,
    read: (file: TracksFile, wanted: WantedTracks) => Promise<T>,
  ): Promise<T | null> {
    const parts: T[] = []
    const own = this.files.filter((each) => each.month === month && each.table === table)
    for (const each of own.sort((a, b) => Number(a.isKept) - Number(b.isKept))) {
      try {
        const part = await read(await each.open(), wanted)
        this.faults.delete(each.path)
        parts.push(part)
      } catch (error) {
        this.faults.set(each.path, tracksProblem(each.path, error))
      }
    }
    return parts.length === 0 ? null : joinTracks(parts, true)
  }
}

/** Those of a package: nothing is read yet. */
export function packageTracks(files: RangedFiles, descriptor: Descriptor): TracksOfMonth[] {
  return TRACK_TABLES.flatMap((table) => {
    const ofRole = descriptor.resources.filter(({ chentu }) => chentu.role === `truck-${table}`)
    return ofRole.flatMap((resource): TracksOfMonth[] => {
      const monthly = monthlyFiles(files, { resources: [resource] }, `truck-${table}`, openTracks, tracksProblem)
      return monthly.months.map((month) => ({
        month,
        table,
        isKept: false,
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

/** Why a file of tracks can't be read. */
export function tracksProblem(path: string, error: unknown): Problem {
  if (error instanceof RangeFault) return error.problem
  return { code: 'tracks-unreadable', file: path, seen: error instanceof TracksRefused ? error.why : String(error) }
}
