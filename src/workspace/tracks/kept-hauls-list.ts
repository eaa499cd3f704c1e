import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import type { HaulMonth } from '@/domain/trucks/hauls'
import { groundDigest } from '@/io/tracks/ground-digest'
import type { TracksPart } from '@/io/tracks/tracks-shelf'
import { memoOf } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'
import { plainGround } from '@/questions/trucks/truck-ground'
import { tracksShelf } from './tracks-shelves'

/** A kept month, with a fingerprint of what its trip counts depend on. */
export interface MonthToCount {
  readonly month: Month
  /** Fingerprint of files, lists, outlines and settings; null if the package does not define how trips are counted. */
  readonly by: string | null
  readonly counted: TracksPart | null
}

/** Increment when more is counted of the same trips; existing counts are then made anew. */
const COUNTED_AS = 2

/** Fingerprint of the lists of places, truck settings and county outlines; null without truck settings. */
const countedBy = memoOf((opened: OpenedPackage): string | null => {
  const ground = plainGround(opened)
  return ground && bytesToHex(sha256(utf8ToBytes(groundDigest(ground) + JSON.stringify(opened.pack.outlines))))
})

/** The kept months of tracks, with the fingerprints for their trip counts. */
export function monthsToCount(opened: OpenedPackage, parts: readonly TracksPart[]): MonthToCount[] {
  const ground = parts.length === 0 ? null : countedBy(opened)
  const { provenance, hauls } = opened.pack
  const ofPackage = provenance.filter(({ role }) => role === 'truck-trips').map(({ path }) => path)
  return [...grouped(parts, ({ month }) => month)].map(([month, of]) => {
    const files = of.filter(({ table }) => table === 'trips').map(({ id }) => id)
    // The package's figures for the month change when it is published again.
    const ofMonth = hauls.filter((each) => each.month === month)
    const published = ofMonth.map(({ counties }) => [...counties])
    // Figures of a package without trips can't be combined with kept trips, so the figures stand.
    const isFiguresAlone = ofPackage.length === 0 && ofMonth.some(({ dataClass }) => dataClass !== 'illustrative')
    const rest = bytesToHex(sha256(utf8ToBytes(JSON.stringify([COUNTED_AS, files, ofPackage, published]))))
    return {
      month,
      by: ground === null || isFiguresAlone ? null : `${ground} ${rest}`,
      counted: of.findLast(({ table }) => table === 'hauls') ?? null,
    }
  })
}

/** Trips counted from tracks kept in this browser. */
export interface KeptHaulMonths {
  /** Months whose counts match the current package. */
  readonly months: readonly HaulMonth[]
  /** Whether other months have to be counted first. */
  readonly isBehind: boolean
}

/** Counted trips from tracks kept in this browser under a name; empty if its database can't be reached. */
export async function keptHauls(opened: OpenedPackage, name: string): Promise<KeptHaulMonths> {
  const parts = await tracksShelf(name)
    .list()
    .catch(() => [])
  const kept = monthsToCount(opened, parts).filter(({ by }) => by !== null)
  return {
    months: kept.flatMap(({ month, by, counted }) =>
      // Counts without a class come from versions that imported only real data.
      counted?.hauls?.by === by
        ? [{ month, counties: counted.hauls.counties, dataClass: counted.hauls.dataClass ?? 'real' }]
        : [],
    ),
    isBehind: kept.some(({ by, counted }) => counted?.hauls?.by !== by),
  }
}

/**
 * Whether two lists of months have the same counts. Compared by value, since the database returns new objects each
 * time.
 */
export const sameHauls = (one: readonly HaulMonth[], other: readonly HaulMonth[]): boolean =>
  textOf(one) === textOf(other)

const textOf = (months: readonly HaulMonth[]) =>
  JSON.stringify(months.map(({ month, counties, dataClass }) => [month, dataClass, ...counties]))
