import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { MonitoringSettings } from '@/domain/monitoring/settings'
import { ONLINE_FIELDS } from '@/domain/sources/kinds/online-fields'
import { tableSchema } from '@/io/package/write-package'
import { writeWhole } from '../write-whole'
import type { StagedFile } from './join-months'
import { type FoldedMonth, foldMonth, MONTH_FILES } from './month'
import { onlineCsv } from './online-table'
import { ProblemTable } from './problems'
import { literal, sqlOf } from './sql'
import { stageFile } from './stage'

/** Result of folding. */
export interface Folded {
  readonly files: number
  /** Number of files that had not been staged before. */
  readonly staged: number
  readonly months: readonly (FoldedMonth & { readonly isNew: boolean })[]
  readonly problems: number
}

const RAW = /\.(?:csv|txt)$/i

/**
 * Folds all raw files below a folder into `out`: monthly Parquet files of readings, hours and days, the valid hours per
 * day, `problems.csv` and `resources.json`. Unchanged parts are not redone, so an interrupted run continues where it
 * stopped. If two files disagree on a device and minute, the one whose path sorts later wins; if two have the same hour
 * at different intervals, the one with the shorter interval that makes its mean.
 */
export async function fold(
  folder: string,
  out: string,
  settings: MonitoringSettings,
  say: (line: string) => void = () => undefined,
): Promise<Folded> {
  const work = join(out, '.fold')
  mkdirSync(work, { recursive: true })
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  try {
    await connection.run(`SET temp_directory = ${literal(join(work, 'tmp'))}`)
    await connection.run(sqlOf('clock'))
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => RAW.test(name))
      .sort()
    const problems = new ProblemTable(join(out, 'problems.csv'))
    const byMonth = new Map<string, StagedFile[]>()
    let staged = 0
    for (const name of names) {
      const file = await stageFile(connection, join(folder, name), name, work)
      problems.add(file.problems)
      for (const month of file.months) byMonth.set(month, [...(byMonth.get(month) ?? []), { key: file.key, name }])
      if (file.isNew) {
        staged++
        say(`${name}: ${file.rows} rows, ${file.problems.length} problems`)
      }
    }
    const months = []
    for (const month of [...byMonth.keys()].sort()) {
      const folded = await foldMonth(connection, month, (of) => byMonth.get(of) ?? [], settings, out, work)
      problems.add(
        folded.leftOut.map(({ file, values }) => ({
          ...{ file, why: 'other-interval-elsewhere' },
          seen: `${month}: ${values}`,
        })),
      )
      if (folded.isNew) say(`${month}: ${folded.readings} readings of ${folded.rows} rows`)
      months.push(folded)
    }
    if (months.length > 0) writeWhole(join(out, ONLINE), onlineCsv(months.flatMap(({ online }) => online)))
    writeResources(out, [...byMonth.keys()].sort())
    return { files: names.length, staged, months, problems: problems.count }
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** Valid hours per day of all months: opened with the package, and what a requirement is evaluated by. */
const ONLINE = 'readings/online.csv'

const TITLES = {
  readings: '扬尘在线监测数据',
  'readings-hourly': '扬尘在线监测小时均值',
  'readings-daily': '扬尘在线监测日均值',
} as const

/** Writes the resources of the months, for the package's descriptor. */
function writeResources(out: string, months: readonly string[]): void {
  const resources = months.flatMap((month) =>
    Object.entries(MONTH_FILES).map(([role, path]) => ({
      name: `${role}-${month}`,
      path: path(month),
      title: `${TITLES[role as keyof typeof TITLES]}（${month}）`,
      format: 'parquet',
      mediatype: 'application/vnd.apache.parquet',
      chentu: { role, class: 'real', month },
    })),
  )
  const online = {
    name: 'readings-online',
    path: ONLINE,
    title: '扬尘在线监测每日有效小时',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: tableSchema(ONLINE_FIELDS),
    chentu: { role: 'readings-online', class: 'real', guarded: true },
  }
  const all = months.length > 0 ? [...resources, online] : []
  writeWhole(join(out, 'resources.json'), `${JSON.stringify({ resources: all }, null, 2)}\n`)
}
