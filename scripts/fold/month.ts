import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { addMonths, parseDay } from '@/domain/calendar'
import { dayBegin } from '@/domain/monitoring/local-time'
import { PARAMETER_FACTS, PARAMETERS } from '@/domain/monitoring/parameter'
import type { MonitoringSettings } from '@/domain/monitoring/settings'
import { DEVICE, FORM, FORM_KEY, flagName, TIME } from '@/io/readings/readings-columns'
import { joinMonths, type LeftOut, type StagedFile } from './join-months'
import type { DeviceDay } from './online-table'
import { literal, quoted, sqlOf } from './sql'
import { stagedMonth } from './stage'

/** Result of folding one month. */
export interface FoldedMonth {
  readonly month: string
  readonly readings: number
  /** Rows of raw files the readings came from: more than the readings if files are long or repeat a minute. */
  readonly rows: number
  readonly irregular: readonly string[]
  readonly online: readonly DeviceDay[]
  readonly leftOut: readonly LeftOut[]
}

/** Incremented when folding changes: all months are then folded again. */
const FORM_OF_FOLD = 6
/** The minute at which a reading's interval begins. */
const FIRST_MINUTE = { begin: 'r.minute', end: 'r.minute - minutes' } as const
/** Rows per row group; a device's month is some thousand rows. */
const GROUP_ROWS = 16_384

export const MONTH_FILES = {
  readings: (month: string) => `readings/${month}.parquet`,
  'readings-hourly': (month: string) => `readings/hourly/${month}.parquet`,
  'readings-daily': (month: string) => `readings/daily/${month}.parquet`,
} as const

const firstMinute = (month: string) => dayBegin(parseDay(`${month}-01`))

/**
 * Folds one month into readings, hours and days below `out`. A month whose raw files and rules are unchanged is
 * skipped; otherwise each file appears only once it is complete.
 */
export async function foldMonth(
  connection: DuckDBConnection,
  month: string,
  filesOf: (month: string) => readonly StagedFile[],
  { hour, day }: MonitoringSettings,
  out: string,
  work: string,
): Promise<FoldedMonth & { readonly isNew: boolean }> {
  // With stamps at the end of the interval, the month's last hour may be reported by the first reading of the next
  // month.
  const months = hour.stamp === 'end' ? [month, addMonths(month, 1)] : [month]
  const parts = new Map(months.map((each) => [each, filesOf(each)]))
  const { stamp, leastMinutes } = hour
  const state = createHash('sha256')
    .update(
      JSON.stringify([
        FORM_OF_FOLD,
        [...parts.values()].map((part) => part.map(({ key }) => key)),
        stamp,
        leastMinutes,
        day.leastHours,
      ]),
    )
    .digest('hex')
  const done = join(work, 'months', `${month}.json`)
  const paths = Object.values(MONTH_FILES).map((of) => join(out, of(month)))
  if (existsSync(done) && paths.every((path) => existsSync(path))) {
    const known = JSON.parse(readFileSync(done, 'utf8')) as FoldedMonth & { state: string }
    if (known.state === state) return { ...known, isNew: false }
  }
  const until = firstMinute(addMonths(month, 1))
  const isOfMonth = (column: string) => `${column} >= ${firstMinute(month)} AND ${column} < ${until}`
  const leftOut = await joinMonths(connection, parts, work, hour, isOfMonth('minute'))
  await connection.run(sqlOf('hourly', { least_minutes: leastMinutes, first: FIRST_MINUTE[stamp] }))
  await connection.run(`DELETE FROM hourly WHERE NOT (${isOfMonth('minute')})`)
  await connection.run(sqlOf('daily', { least_hours: day.leastHours }))
  await connection.run(sqlOf('online'))
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJS()
  const [counted] = await ask(
    `SELECT ${PARAMETERS.map((each) => `count(${quoted(`${each}_flag`)})`).join(', ')} FROM readings`,
  )
  const there = PARAMETERS.filter((_, place) => Number(counted![place]) > 0)
  const units = there.map((each) => [`chentu.unit.${each}`, PARAMETER_FACTS[each].unit])
  const write = async (table: string, path: string, columns: readonly string[]) => {
    mkdirSync(dirname(path), { recursive: true })
    const facts = [[FORM_KEY, String(FORM)], ...units].map(([key, value]) => `${literal(key!)}: ${literal(value!)}`)
    await connection.run(`
      COPY (
        SELECT device AS ${DEVICE}, to_timestamp(minute * 60) AS ${TIME}, ${columns.join(', ')}
        FROM ${table} WHERE ${isOfMonth('minute')} ORDER BY device, minute
      ) TO ${literal(`${path}.half`)} (
        FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE ${GROUP_ROWS}, KV_METADATA {${facts.join(', ')}})`)
    renameSync(`${path}.half`, path)
  }
  const [readings, hours, days] = paths as [string, string, string]
  const value = (name: string) => `CAST(${quoted(name)} AS FLOAT) AS ${quoted(name)}`
  const as = (name: string) => quoted(name)
  await write(
    'readings',
    readings,
    there.flatMap((each) => [value(each), as(flagName(each))]),
  )
  await write(
    'hourly',
    hours,
    there.flatMap((each) => [value(each), as(`${each}_minutes`), as(flagName(each))]),
  )
  await write(
    'daily',
    days,
    there.flatMap((each) => [value(each), as(`${each}_hours`), value(`${each}_highest`)]),
  )
  const [of] = await ask(`SELECT count(*) FROM readings WHERE ${isOfMonth('minute')}`)
  const own = filesOf(month)
    .map(({ key }) => literal(stagedMonth(work, key, month)))
    .join(', ')
  const [all] = await ask(`SELECT count(*) FROM read_parquet([${own}], hive_partitioning = false)`)
  const irregular = await ask(
    'SELECT DISTINCT device FROM readings WHERE device NOT IN (SELECT device FROM intervals) ORDER BY 1',
  )
  const online = await ask('SELECT device, day, valid, first_hour, last_hour, calibrated FROM online')
  const folded: FoldedMonth = {
    month,
    readings: Number(of![0]),
    rows: Number(all![0]),
    leftOut,
    irregular: irregular.map(([device]) => String(device)),
    online: online.map(([device, day, valid, firstHour, lastHour, isCalibrated]) => ({
      device: String(device),
      day: Number(day),
      valid: Number(valid),
      firstHour: Number(firstHour),
      lastHour: Number(lastHour),
      isCalibrated: isCalibrated === true,
    })),
  }
  mkdirSync(dirname(done), { recursive: true })
  writeFileSync(done, JSON.stringify({ state, ...folded }))
  return { ...folded, isNew: true }
}
