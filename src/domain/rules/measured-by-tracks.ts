import type { HaulFact } from '@/domain/trucks/hauls'

/** The rows of a measured value that are decided by truck tracks. */
export interface MeasuredByTracks {
  readonly rows: number
  /** Whether any of them are made up. */
  readonly isMadeUp: boolean
  /** The trips of all. */
  readonly trips: number
  /** The least and the most days with trips of a row. */
  readonly days: readonly [least: number, most: number]
  /** The same for trucks: a truck may count for several rows, so there is no total. Null if unknown for any row. */
  readonly trucks: readonly [least: number, most: number] | null
}

/** What rests on the tracks of rows; undefined if none is decided by tracks. */
export function measuredByTracks(rows: readonly HaulFact[]): MeasuredByTracks | undefined {
  if (rows.length === 0) return undefined
  const range = (of: readonly number[]) => [Math.min(...of), Math.max(...of)] as const
  const trucks = rows.flatMap((row) => row.trucks ?? [])
  return {
    rows: rows.length,
    isMadeUp: rows.some(({ dataClass }) => dataClass === 'illustrative'),
    trips: rows.reduce((sum, { trips }) => sum + trips, 0),
    days: range(rows.map(({ days }) => days)),
    trucks: trucks.length === rows.length ? range(trucks) : null,
  }
}
