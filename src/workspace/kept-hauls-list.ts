import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import type { HaulMonth } from '@/domain/trucks/hauls'
import { groundDigest } from '@/io/tracks/ground-digest'
import type { TracksPart } from '@/io/tracks/tracks-shelf'
import { memoOf } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'
import { plainGround } from '@/questions/truck-ground'
import { tracksShelf } from './tracks-shelves'

/** A month that is kept, and by what its trips are to be counted. */
export interface MonthToCount {
  readonly month: Month
  /** Of all that the counts rest on: files, lists, outlines and settings; null where the package does not say how trips are counted. */
  readonly by: string | null
  readonly counted: TracksPart | null
}

/** Another text for other lists of places, other settings and other outlines of counties; null without settings. */
const countedBy = memoOf((opened: OpenedPackage): string | null => {
  const ground = plainGround(opened)
  return ground && bytesToHex(sha256(utf8ToBytes(groundDigest(ground) + JSON.stringify(opened.pack.outlines))))
})

/** The months of tracks that are kept, by what their trips are to be counted. */
export function monthsToCount(opened: OpenedPackage, parts: readonly TracksPart[]): MonthToCount[] {
  const ground = parts.length === 0 ? null : countedBy(opened)
  const { provenance, hauls } = opened.pack
  const ofPackage = provenance.filter(({ role }) => role === 'truck-trips').map(({ path }) => path)
  return [...grouped(parts, ({ month }) => month)].map(([month, of]) => {
    const files = of.filter(({ table }) => table === 'trips').map(({ id }) => id)
    // Of a month that the package publishes anew other figures come with it.
    const ofMonth = hauls.filter((each) => each.month === month)
    const published = ofMonth.map(({ counties }) => [...counties])
    // Figures of a package that has no trips can't be put together with the trips that are kept: they stand.
    const isFiguresAlone = ofPackage.length === 0 && ofMonth.some(({ dataClass }) => dataClass !== 'illustrative')
    const rest = bytesToHex(sha256(utf8ToBytes(JSON.stringify([files, ofPackage, published]))))
    return {
      month,
      by: ground === null || isFiguresAlone ? null : `${ground} ${rest}`,
      counted: of.findLast(({ table }) => table === 'hauls') ?? null,
    }
  })
}

/** What tracks that this browser keeps say of trips. */
export interface KeptHaulMonths {
  /** Those that were counted by what the package has now. */
  readonly months: readonly HaulMonth[]
  /** Whether others are to be counted first. */
  readonly isBehind: boolean
}

/** What the tracks that this browser keeps under a name say of trips, as far as they are counted; nothing where its database is out of reach. */
export async function keptHauls(opened: OpenedPackage, name: string): Promise<KeptHaulMonths> {
  const parts = await tracksShelf(name)
    .list()
    .catch(() => [])
  const kept = monthsToCount(opened, parts).filter(({ by }) => by !== null)
  return {
    months: kept.flatMap(({ month, by, counted }) =>
      // Before it was written down, what a person imports was real.
      counted?.hauls?.by === by
        ? [{ month, counties: counted.hauls.counties, dataClass: counted.hauls.dataClass ?? 'real' }]
        : [],
    ),
    isBehind: kept.some(({ by, counted }) => counted?.hauls?.by !== by),
  }
}

/** Whether two lists of months are of the same counts. Each time they come from the database as other objects. */
export const sameHauls = (one: readonly HaulMonth[], other: readonly HaulMonth[]): boolean =>
  textOf(one) === textOf(other)

const textOf = (months: readonly HaulMonth[]) =>
  JSON.stringify(months.map(({ month, counties, dataClass }) => [month, dataClass, ...counties]))
