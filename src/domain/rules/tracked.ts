import type { DayNumber } from '@/domain/calendar'
import { type DataClass, mayTell } from '@/domain/sources/kinds/data-class'
import type { Column, SetCells } from '@/domain/table/column'
import { textAt } from '@/domain/table/column'
import type { DayShare } from '@/domain/trucks/day-share'
import { type HaulMonth, haulsOn } from '@/domain/trucks/hauls'
import type { KindTable, TrackedRow } from './kind-table'
import { measuredFields } from './measured'
import type { Check } from './rule'

/** A table with what tracks of trucks decide of its rows. */
export interface TrackedTable {
  /** Cells that tracks have set. */
  readonly trackedSet?: SetCells
  readonly tracked?: ReadonlyMap<number, TrackedRow>
}

/** What tracks say of trips by month, and whether somebody confirmed which hours are by day. */
export interface ByTracks {
  readonly months: readonly HaulMonth[]
  readonly isConfirmed: boolean
}

const isBelow = ({ trips, byDay }: DayShare, percent: number) => byDay * 100 < percent * trips

/** Whether the row's own figures fall short of a share too. */
export const isStatedBelow = ({ stated }: TrackedRow, percent: number): boolean =>
  stated !== null && isBelow(stated, percent)

/**
 * Whether a person has to look: tracks fall short of a share by hours that nobody confirmed, of which the plan does not say that they
 * are by day, and the row's own figures do not.
 */
export const isShareToVerify = (row: TrackedRow, percent: number): boolean =>
  !row.isConfirmed && isBelow(row, percent) && !isStatedBelow(row, percent)

/** The fields that have the trips of a county's month, and of them those by day; null where a kind has not both. */
export function haulFields(schema: KindTable['schema']): { readonly whole: string; readonly part: string } | null {
  const [whole] = measuredFields(schema, 'hauls')
  const [part] = measuredFields(schema, 'hauls-by-day')
  return whole && part ? { whole: whole.name, part: part.name } : null
}

/** The share that a check asks of what tracks tell, in percent; null where it asks nothing of it. */
export function trackedPercent(
  { schema, tracked }: Pick<KindTable, 'schema' | 'tracked'>,
  check: Check,
): number | null {
  return tracked && check.type === 'share-at-least' && check.part === haulFields(schema)?.part ? check.percent : null
}

/** Rows of counties that have one. */
export function rowsByCounty({ table }: Pick<KindTable, 'table'>): ReadonlyMap<string, number> {
  const rows = new Map<string, number>()
  for (let row = 0; row < table.length; row++) {
    const county = textAt(table, 'county', row)
    // Of several rows nobody knows which the tracks are of, or of all together.
    if (county !== '') rows.set(county, rows.has(county) ? -1 : row)
  }
  return new Map([...rows].filter(([, row]) => row >= 0))
}

/**
 * A table in which tracks of trucks say how many trips began in each row's county in the month of a day, up to that day, and how many
 * of them by day, in place of the county's own figures. What was made up says nothing of what is real.
 */
export function withTracked<T extends KindTable & { readonly dataClass: DataClass }>(
  kind: T,
  { months, isConfirmed }: ByTracks,
  asOf: DayNumber,
): T & TrackedTable {
  const fields = haulFields(kind.schema)
  const [whole, part] = [fields && kind.table.columns[fields.whole], fields && kind.table.columns[fields.part]]
  if (months.length === 0 || whole?.type !== 'number' || part?.type !== 'number') return kind
  const may = months.filter((each) => mayTell(each.dataClass, kind.dataClass))
  const values = { whole: Float64Array.from(whole.values), part: Float64Array.from(part.values) }
  const set = new Uint8Array(kind.table.length)
  const tracked = new Map<number, TrackedRow>()
  for (const [county, row] of rowsByCounty(kind)) {
    const fact = haulsOn(may, county, asOf)
    if (!fact) continue
    const [trips, byDay] = [whole.values[row]!, part.values[row]!]
    const stated = Number.isNaN(trips) || Number.isNaN(byDay) ? null : { trips, byDay }
    tracked.set(row, { ...fact, stated, isConfirmed })
    values.whole[row] = fact.trips
    values.part[row] = fact.byDay
    set[row] = 1
  }
  if (tracked.size === 0) return kind
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
  }
}
