import type { DayNumber } from '@/domain/calendar'
import { type DataClass, mayBeUsedFor } from '@/domain/sources/kinds/data-class'
import type { Column, SetCells } from '@/domain/table/column'
import { textAt } from '@/domain/table/column'
import type { DayShare } from '@/domain/trucks/day-share'
import { type HaulMonth, haulsOn, isEnough } from '@/domain/trucks/hauls'
import type { LeastEvidence } from '@/domain/trucks/settings'
import type { KindTable, StatedHauls, TrackedRow } from './kind-table'
import { measuredFields } from './measured'
import type { Check } from './rule'

/** A table whose rows are partly decided by truck tracks. */
export interface TracksOverlay {
  /** Cells set by tracks. */
  readonly trackedSet?: SetCells
  readonly tracked?: ReadonlyMap<number, TrackedRow>
  /** Rows of which there are tracks, but too few to decide them: their own figures stand. */
  readonly trackedTooLittle?: ReadonlyMap<number, TrackedRow>
}

/** Trips by month from tracks, whether the daytime hours are confirmed, and the least evidence for a county's month. */
export interface TracksEvidence {
  readonly months: readonly HaulMonth[]
  readonly isConfirmed: boolean
  readonly least: LeastEvidence
  /** A digest of today's lists and settings; null if none of the trips states those by which they were counted. */
  readonly lists: string | null
}

const isBelow = ({ trips, byDay }: DayShare, percent: number) => byDay * 100 < percent * trips

/** A county's own figures, of the cells of its row; null or NaN where a cell is empty. */
export function statedHauls(trips: unknown, byDay: unknown): StatedHauls {
  const isGiven = (value: unknown): value is number => typeof value === 'number' && !Number.isNaN(value)
  if (isGiven(trips) && isGiven(byDay)) return { trips, byDay }
  return isGiven(trips) || isGiven(byDay) ? 'partial' : null
}

/** The figures if both are given and a share can be computed of them; else null. */
export const statedShare = (stated: StatedHauls): DayShare | null =>
  stated !== null && stated !== 'partial' && stated.trips > 0 ? stated : null

/** Whether the row's own figures fall short of a share too. */
export function isStatedBelow({ stated }: Pick<TrackedRow, 'stated'>, percent: number): boolean {
  const share = statedShare(stated)
  return share !== null && isBelow(share, percent)
}

/**
 * Whether a person has to look: by tracks the row falls short of the share, but the daytime hours are not confirmed by
 * the plan or anybody, and the row's own figures do not fall short.
 */
export const isShareToVerify = (row: TrackedRow, percent: number): boolean =>
  !row.isConfirmed && isBelow(row, percent) && !isStatedBelow(row, percent)

/** Fields with a county's trips of a month, and with those by day; null if the kind lacks one of them. */
export function haulFields(schema: KindTable['schema']): { readonly whole: string; readonly part: string } | null {
  const [whole] = measuredFields(schema, 'hauls')
  const [part] = measuredFields(schema, 'hauls-by-day')
  return whole && part ? { whole: whole.name, part: part.name } : null
}

/** Whether a check requires a share of figures that tracks can replace. */
export const isHaulShare = (
  schema: KindTable['schema'],
  check: Check,
): check is Extract<Check, { readonly type: 'share-at-least' }> =>
  check.type === 'share-at-least' && check.part === haulFields(schema)?.part

/** The share in percent that a check requires of figures from tracks; null for other checks. */
export function trackedPercent(
  { schema, tracked }: Pick<KindTable, 'schema' | 'tracked'>,
  check: Check,
): number | null {
  return tracked && isHaulShare(schema, check) ? check.percent : null
}

/** The row of each county that has exactly one. */
export function rowsByCounty({ table }: Pick<KindTable, 'table'>): ReadonlyMap<string, number> {
  const rows = new Map<string, number>()
  for (let row = 0; row < table.length; row++) {
    const county = textAt(table, 'county', row)
    // With several rows per county it is unclear which one the tracks belong to.
    if (county !== '') rows.set(county, rows.has(county) ? -1 : row)
  }
  return new Map([...rows].filter(([, row]) => row >= 0))
}

/**
 * Replaces each county's own figures with those from truck tracks: trips that began in the county in the month of a
 * day, up to that day, and how many of them by day. If there are fewer days or trips than the least evidence, the
 * county's own figures stand. Made-up tracks do not count for real rows.
 */
export function withTracked<T extends KindTable & { readonly dataClass: DataClass }>(
  kind: T,
  { months, isConfirmed, least, lists }: TracksEvidence,
  asOf: DayNumber,
): T & TracksOverlay {
  const fields = haulFields(kind.schema)
  const [whole, part] = [fields && kind.table.columns[fields.whole], fields && kind.table.columns[fields.part]]
  if (months.length === 0 || whole?.type !== 'number' || part?.type !== 'number') return kind
  const may = months.filter((each) => mayBeUsedFor(each.dataClass, kind.dataClass))
  const values = { whole: Float64Array.from(whole.values), part: Float64Array.from(part.values) }
  const set = new Uint8Array(kind.table.length)
  const tracked = new Map<number, TrackedRow>()
  const trackedTooLittle = new Map<number, TrackedRow>()
  for (const [county, row] of rowsByCounty(kind)) {
    const fact = haulsOn(may, county, asOf)
    if (!fact) continue
    const stated = statedHauls(whole.values[row], part.values[row])
    const { countedBy, ...counted } = fact
    const isOther = countedBy !== undefined && lists !== null && countedBy !== lists
    const told: TrackedRow = { ...counted, stated, isConfirmed, least, ...(isOther && { isOfEarlierLists: true }) }
    if (!isEnough(fact, least)) {
      trackedTooLittle.set(row, told)
      continue
    }
    tracked.set(row, told)
    values.whole[row] = fact.trips
    values.part[row] = fact.byDay
    set[row] = 1
  }
  const beside = trackedTooLittle.size > 0 ? { trackedTooLittle } : {}
  if (tracked.size === 0) return { ...kind, ...beside }
  const changed: Record<string, Column> = {
    [fields!.whole]: { ...whole, values: values.whole },
    [fields!.part]: { ...part, values: values.part },
  }
  return {
    ...kind,
    table: { ...kind.table, columns: { ...kind.table.columns, ...changed } },
    trackedSet: new Map([
      [fields!.whole, set],
      [fields!.part, set],
    ]),
    tracked,
    ...beside,
  }
}
