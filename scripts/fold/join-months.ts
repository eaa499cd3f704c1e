import type { DuckDBConnection } from '@duckdb/node-api'
import type { HourRule } from '@/domain/monitoring/hours'
import type { Stamp } from '@/domain/monitoring/interval'
import { SHANGHAI_MINUTES } from '@/domain/monitoring/local-time'
import { literal, sqlOf } from './sql'
import { stagedMonth } from './stage'

/** A staged raw file. */
export interface StagedFile {
  readonly key: string
  /** Its path below the folder of raw files. */
  readonly name: string
}

/** How many values of a file were left out, because those of another file, of another interval, count for the same hours. */
export interface LeftOut {
  readonly file: string
  readonly values: number
}

/** The parts of `intervals.sql` and `finer.sql` that depend on which end of its interval a time is. */
const SIDES = {
  begin: { own: 'steady_after', other: 'steady', begin: 'minute', alone: 's.minute' },
  end: {
    ...{ own: 'steady', other: 'steady_after' },
    // Not before the end of the reading before it, whose interval may be another.
    begin: 'greatest(minute - minutes, coalesce(minute - gap, minute - minutes))',
    alone: 's.minute - coalesce(k.minutes, 1)',
  },
} as const

/** With times at the end of the interval, a reading at midnight is the last of the day before. */
const localMinute = (stamp: Stamp) => `minute + ${SHANGHAI_MINUTES - (stamp === 'end' ? 1 : 0)}`

/** The query that makes a table of the intervals of readings by `of`, the columns that name a series of them. */
export function intervalsQuery(stamp: Stamp, into: string, of: string, readings: string): string {
  const { own, other, begin } = SIDES[stamp]
  return sqlOf('intervals', { into, of, readings, local: localMinute(stamp), own, other, begin })
}

/**
 * Makes the tables `readings` and `intervals` from the staged files of some months; of two files that have the same
 * device and minute, the one whose name sorts later wins. `isCounted`: a condition on `minute`. Returns what was left
 * out of its rows.
 */
export async function joinMonths(
  connection: DuckDBConnection,
  filesOf: ReadonlyMap<string, readonly StagedFile[]>,
  work: string,
  { stamp, leastMinutes }: HourRule,
  isCounted: string,
): Promise<LeftOut[]> {
  const files = [...new Map([...filesOf.values()].flat().map((file) => [file.key, file])).values()]
  files.sort((one, other) => (one.name < other.name ? -1 : 1))
  const paths = [...filesOf].flatMap(([month, of]) => of.map(({ key }) => literal(stagedMonth(work, key, month))))
  await connection.run(
    `CREATE OR REPLACE TEMP VIEW staged AS
      SELECT s.* REPLACE (o.place AS file) FROM read_parquet([${paths.join(', ')}], hive_partitioning = false) AS s
      JOIN (VALUES ${files.map(({ key }, place) => `(${literal(key)}, ${place})`).join(', ')}) AS o(key, place) ON s.file = o.key`,
  )
  const local = localMinute(stamp)
  // Most files share no day of a device with another: their rows stay as they are.
  const sharing = `SELECT unnest(files) FROM (
    SELECT array_agg(DISTINCT file) AS files FROM staged GROUP BY device, ${local} - (${local}) % 1440 HAVING count(DISTINCT file) > 1)`
  await connection.run(intervalsQuery(stamp, 'file_intervals', 'file, device', `staged WHERE file IN (${sharing})`))
  await connection.run(sqlOf('finer', { alone: SIDES[stamp].alone, least_minutes: leastMinutes }))
  await connection.run(sqlOf('readings'))
  await connection.run(intervalsQuery(stamp, 'intervals', 'device', 'readings'))
  const counted = await connection.runAndReadAll(
    `SELECT file, sum(left_out) FROM finer WHERE left_out > 0 AND ${isCounted} GROUP BY file ORDER BY file`,
  )
  await connection.run('DROP TABLE finer; DROP TABLE file_intervals; DROP VIEW staged')
  return counted.getRowsJS().map(([place, values]) => ({ file: files[Number(place)]!.name, values: Number(values) }))
}
