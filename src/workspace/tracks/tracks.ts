import type { Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import type { Problem } from '@/domain/problem'
import { isSameClass } from '@/io/kept/part-class'
import { PartLost, rangesOf } from '@/io/kept/part-shelf'
import { RangeFault } from '@/io/package/ranged-file'
import { openTracks } from '@/io/tracks/read-tracks'
import {
  type CoveredDays,
  packageTracks,
  TRACK_TABLES,
  Tracks,
  type TracksOfMonth,
  type TrackTable,
} from '@/io/tracks/tracks'
import type { KeptTruck, TracksPart, TracksShelf } from '@/io/tracks/tracks-shelf'
import type { WorkingCopy } from '@/workspace/working-copy'
import type { Workspace } from '@/workspace/workspace'
import { tracksShelf } from './tracks-shelves'

/** By the package's files object: its tracks, whose files stay open. */
const ofPackage = new WeakMap<WorkingCopy['files'], Promise<{ files: TracksOfMonth[]; problems: readonly Problem[] }>>()
let joined: { readonly files: readonly TracksOfMonth[]; readonly parts: string; readonly tracks: Tracks } | null = null

/**
 * Tracks of trucks from the package, and those kept in this browser under `name`. The result is reused while the
 * files stay the same.
 */
export async function tracksOf(workspace: Workspace, name: string): Promise<Tracks> {
  const { files } = workspace.copy
  const asking = ofPackage.get(files) ?? listed(workspace)
  ofPackage.set(files, asking)
  const forget = () => ofPackage.delete(files)
  asking.catch(forget)
  const shelf = tracksShelf(name)
  const [found, kept] = await Promise.all([asking, shelf.list()])
  if (found.problems.length > 0) forget()
  // Trip counts are kept among the tracks; a new count must not close their files.
  const parts = kept.flatMap(({ id, table }) => (isTrackTable(table) ? [id] : [])).join(' ')
  if (joined?.files !== found.files || joined.parts !== parts) {
    const trucks = trucksOf(kept, found.files)
    const all = [...found.files, ...keptTracks(shelf, kept)]
    joined = { files: found.files, parts, tracks: new Tracks(all, found.problems, coveredBy(trucks), trucks) }
  }
  return joined.tracks
}

const isTrackTable = (table: string): table is TrackTable => TRACK_TABLES.some((each) => each === table)

async function listed(workspace: Workspace) {
  const { value, problems } = await workspace.tracks()
  return { files: value ? packageTracks(value.files, value.descriptor) : [], problems }
}

/** Imported tracks are real, unless their file is marked as made up. */
function keptTracks(shelf: TracksShelf, parts: readonly TracksPart[]): TracksOfMonth[] {
  return parts.flatMap((part): TracksOfMonth[] => {
    const { table } = part
    if (!isTrackTable(table)) return []
    return [
      {
        ...{
          month: part.month,
          table,
          isKept: true,
          dataClass: part.dataClass ?? 'real',
          path: `${part.month} ${table} ${part.id}`,
        },
        async open() {
          try {
            return await openTracks(rangesOf(await shelf.fileOf(part)))
          } catch (error) {
            if (!(error instanceof PartLost)) throw error
            throw new RangeFault({ code: 'kept-tracks-lost', file: part.month })
          }
        },
      },
    ]
  })
}

/**
 * The kept trucks of each month, by plate, with their days and what else is known of them. Made-up tracks are left out
 * of months that have any real ones.
 */
function trucksOf(
  parts: readonly TracksPart[],
  ofPackage: readonly TracksOfMonth[],
): ReadonlyMap<Month, ReadonlyMap<string, KeptTruck>> {
  const told = new Set([
    ...ofPackage.flatMap(({ month, dataClass }) => (dataClass === 'illustrative' ? [] : [month])),
    ...parts.flatMap((part) => (isTrackTable(part.table) && isSameClass(part, 'real') ? [part.month] : [])),
  ])
  const shown = parts.filter((part) => isSameClass(part, 'real') || !told.has(part.month))
  const months = grouped(shown, ({ month }) => month)
  return new Map(
    [...months].map(([month, of]) => [
      month,
      new Map(of.flatMap(({ trucks = [] }) => trucks.map((truck) => [truck.plate, truck] as const))),
    ]),
  )
}

/** Days with kept tracks, by month and plate. */
const coveredBy = (trucks: ReturnType<typeof trucksOf>): ReadonlyMap<Month, CoveredDays> =>
  new Map(
    [...trucks].map(([month, of]) => [month, new Map([...of].map(([plate, { days }]) => [plate, new Set(days)]))]),
  )
