import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { addMonths, parseDay } from '@/domain/calendar'
import { secondsAt } from '@/domain/trucks/clock-hours'
import type { PlainGround } from '@/domain/trucks/plain-ground'
import { groundDigest } from '@/io/tracks/ground-digest'
import { FORM, FORM_KEY, JUDGED_BY_KEY } from '@/io/tracks/track-columns'
import { TRACK_TABLES } from '@/io/tracks/tracks'
import type { OpenedPackage } from '@/questions/opened-package'
import { countyAt } from '@/questions/trucks/truck-month'
import { tracksBase } from '@/workspace/tracks/tracks-base'
import { writeWhole } from '../../write-whole'
import { literal, sqlOf } from '../sql'
import { HAULS } from './haul-rows'
import { haulsCsv } from './hauls'
import { pathOf } from './paths'
import type { Pool } from './pool'
import type { Judged, Staged, Task } from './tasks'

/** Number of raw positions evaluated at a time; each takes some hundred bytes. */
const BATCH_ROWS = 2_000_000
const GROUP_ROWS = 65_536
const RAW = /\.(?:csv|txt|log|dat|hex|xlsx?|parquet)$/i
const TITLES = {
  positions: '渣土车定位',
  trips: '渣土车行程',
  stops: '渣土车停留',
  breaches: '渣土车疑似违规',
} as const

/** Result of folding. */
export interface FoldedTracks {
  readonly files: number
  readonly staged: number
  readonly months: readonly (MonthOfTracks & { readonly isNew: boolean })[]
  readonly problems: readonly TrackProblem[]
}

export interface MonthOfTracks extends Omit<Judged, 'untold' | 'shifted'> {
  readonly month: string
  readonly trucks: number
  readonly untold: readonly string[]
  readonly shifted: readonly string[]
}

/** Something in a raw file that could not be read, or a truck whose datum is unknown. */
export interface TrackProblem {
  readonly file: string
  readonly row?: number
  readonly why: string
  readonly seen: string
}

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 24)
/** Typed arrays as lists, so that a changed list of places changes the digest. */
const plain = (ground: PlainGround) =>
  JSON.parse(
    JSON.stringify(ground, (_, value: unknown) =>
      ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value,
    ),
  )

/**
 * Folds raw files of positions below a folder into `out`: monthly Parquet files of positions, trips, stops and
 * breaches, and a table of hauls by county and day. Parts unchanged since a run of the same code are not redone.
 * `opened` must contain truck settings.
 */
export async function foldTrucks(
  folder: string,
  out: string,
  opened: OpenedPackage,
  pool: Pool,
  say: (line: string) => void = () => undefined,
): Promise<FoldedTracks> {
  const { ground, plateOf: plates } = tracksBase(opened)!
  const work = join(out, '.fold', 'trucks')
  mkdirSync(work, { recursive: true })
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => RAW.test(name))
    .sort()
  const raw = names.map((name, place) => {
    const path = join(folder, name)
    const { size, mtimeMs } = statSync(path)
    // Names in path order, which DuckDB uses too.
    const to = join(
      work,
      'stage',
      `${String(place).padStart(6, '0')}-${digest([name, size, mtimeMs, [...plates], pool.code])}.parquet`,
    )
    return { name, path, to }
  })
  const missing = raw.filter(({ to }) => !existsSync(`${to}.json`))
  const tasks = missing.map(({ name, path, to }): Task => ({ do: 'stage', path, name, to, plates }))
  await pool.run<Staged>(tasks, ({ rows }, at) => say(`${missing[at]!.name}: ${rows} rows`))
  removeOthers(join(work, 'stage'), new Set(raw.flatMap(({ to }) => [basename(to), `${basename(to)}.json`])))
  const staged = raw.map((each) => ({ ...each, ...(JSON.parse(readFileSync(`${each.to}.json`, 'utf8')) as Staged) }))
  const problems = staged.flatMap(({ name, unread, isMadeUp }): TrackProblem[] =>
    unread === null
      ? [{ file: name, why: isMadeUp ? 'made-up' : 'no-tracks', seen: '' }]
      : unread.named.map(({ spans, why, seen }) => ({
          ...{ file: name, row: spans[0]!.from, why },
          seen: seen.join('、'),
        })),
  )
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  try {
    await connection.run(`SET temp_directory = ${literal(join(work, 'tmp'))}`)
    const months = []
    for (const month of [...new Set(staged.flatMap((each) => each.months))].sort()) {
      const files = staged.filter((each) => each.months.includes(month)).map(({ to }) => to)
      const folded = await foldMonth(connection, month, files, out, work, ground, pool)
      if (folded.isNew) say(`${month}: ${folded.rows} rows, ${folded.positions} positions, ${folded.trips} trips`)
      problems.push(...folded.untold.map((truck) => ({ file: month, why: 'datum-untold', seen: truck })))
      months.push(folded)
    }
    const all = months.map(({ month }) => month)
    // Without any month, the package's existing hauls are kept.
    if (all.length > 0) writeWhole(join(out, HAULS), await haulsCsv(out, all, ground, countyAt(opened)))
    writeResources(out, all, groundDigest(ground))
    return { files: raw.length, staged: missing.length, months, problems }
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** Removes staged files whose source has changed, or that other code staged. */
function removeOthers(folder: string, names: ReadonlySet<string>): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) if (!names.has(name)) rmSync(join(folder, name))
}

async function foldMonth(
  connection: DuckDBConnection,
  month: string,
  files: readonly string[],
  out: string,
  work: string,
  ground: PlainGround,
  pool: Pool,
): Promise<MonthOfTracks & { readonly isNew: boolean }> {
  const state = digest([files, plain(ground), pool.code])
  const record = join(work, 'months', `${month}.json`)
  const paths = TRACK_TABLES.map((table) => join(out, pathOf(table, month)))
  if (existsSync(record) && paths.every((path) => existsSync(path))) {
    const known = JSON.parse(readFileSync(record, 'utf8')) as MonthOfTracks & { readonly state: string }
    if (known.state === state) return { ...known, isNew: false }
  }
  const parts = join(work, 'parts', month)
  rmSync(parts, { recursive: true, force: true })
  mkdirSync(parts, { recursive: true })
  const list = `[${files.map(literal).join(', ')}]`
  const within = { from: secondsAt(parseDay(`${month}-01`)), until: secondsAt(parseDay(`${addMonths(month, 1)}-01`)) }
  const counted = await connection.runAndReadAll(
    `SELECT truck, count(*) FROM read_parquet(${list}) WHERE second >= ${within.from} AND second < ${within.until} GROUP BY truck ORDER BY truck`,
  )
  const trucks = counted.getRowsJS().map(([truck, rows]) => ({ truck: String(truck), rows: Number(rows) }))
  const batches = batchesOf(trucks)
  const tasks: Task[] = []
  for (const [at, { first, last }] of batches.entries()) {
    const to = join(parts, String(at).padStart(4, '0'))
    const query = sqlOf('truckBatch', { files: list, first: literal(first), last: literal(last), ...within })
    await connection.run(`COPY (${query}) TO ${literal(`${to}-raw.parquet`)} (FORMAT parquet, COMPRESSION snappy)`)
    tasks.push({ do: 'judge', raw: `${to}-raw.parquet`, to, ground })
  }
  const judged = await pool.run<Judged>(tasks)
  for (const table of TRACK_TABLES) {
    const of = literal(join(parts, `*-${table}.parquet`))
    const path = join(out, pathOf(table, month))
    const facts = { [FORM_KEY]: String(FORM), ...(table === 'breaches' && { [JUDGED_BY_KEY]: groundDigest(ground) }) }
    const stated = Object.entries(facts).map(([key, value]) => `${literal(key)}: ${literal(value)}`)
    mkdirSync(dirname(path), { recursive: true })
    await connection.run(`
      COPY (${sqlOf(table === 'positions' ? 'truckPositions' : 'truckTable', { files: of })}) TO ${literal(`${path}.half`)} (
        FORMAT parquet, PARQUET_VERSION v2, COMPRESSION snappy, ROW_GROUP_SIZE ${GROUP_ROWS},
        KV_METADATA {${stated.join(', ')}})`)
    renameSync(`${path}.half`, path)
  }
  rmSync(parts, { recursive: true, force: true })
  const sum = (of: (each: Judged) => number) => judged.reduce((all, each) => all + of(each), 0)
  const folded: MonthOfTracks = {
    month,
    trucks: trucks.length,
    rows: sum(({ rows }) => rows),
    positions: sum(({ positions }) => positions),
    doubled: sum(({ doubled }) => doubled),
    late: sum(({ late }) => late),
    jumps: sum(({ jumps }) => jumps),
    stops: sum(({ stops }) => stops),
    trips: sum(({ trips }) => trips),
    breaches: sum(({ breaches }) => breaches),
    untold: judged.flatMap(({ untold }) => untold),
    shifted: judged.flatMap(({ shifted }) => shifted),
  }
  writeWhole(record, JSON.stringify({ state, ...folded }))
  return { ...folded, isNew: true }
}

/** Groups consecutive trucks by plate into batches of about `BATCH_ROWS` rows. */
function batchesOf(trucks: readonly { readonly truck: string; readonly rows: number }[]) {
  const batches: { first: string; last: string; rows: number }[] = []
  for (const { truck, rows } of trucks) {
    const batch = batches.at(-1)
    if (batch && batch.rows + rows <= BATCH_ROWS) {
      batch.last = truck
      batch.rows += rows
    } else batches.push({ first: truck, last: truck, rows })
  }
  return batches
}

/** Writes the resources of the months, for the package's descriptor. */
function writeResources(out: string, months: readonly string[], countedBy: string): void {
  const resources = months.flatMap((month) =>
    TRACK_TABLES.map((table) => ({
      name: `truck-${table}-${month}`,
      path: pathOf(table, month),
      title: `${TITLES[table]}（${month}）`,
      format: 'parquet',
      mediatype: 'application/vnd.apache.parquet',
      chentu: { role: `truck-${table}`, class: 'real', month },
    })),
  )
  const hauls = {
    name: 'truck-hauls',
    path: HAULS,
    title: '渣土车每日运输趟次',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    chentu: { role: 'truck-hauls', class: 'real', countedBy },
  }
  const all = months.length > 0 ? [...resources, hauls] : []
  writeWhole(join(out, 'truck-resources.json'), `${JSON.stringify({ resources: all }, null, 2)}\n`)
}
