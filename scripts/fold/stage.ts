import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { classByFileName, classColumn, isMadeUpMark } from '@/domain/intake/recognise/made-up'
import type { RawProblem } from './problems'
import { openRawFile, type RawFile } from './raw-file'
import { literal, quoted } from './sql'
import { type RunQuery, sourceOf, stageQuery } from './stage-query'

/** Maximum number of problems listed per file. */
const MAX_PROBLEMS = 1000

/** A staged raw file: its key, months, number of rows, and problems. */
export interface Staged {
  readonly key: string
  readonly months: readonly string[]
  readonly rows: number
  readonly problems: readonly RawProblem[]
}

/** Incremented when reading raw files changes: all are then staged again. */
const FORM = 3

/** Path of a file's staged month in the working folder. */
export const stagedMonth = (work: string, key: string, month: string) =>
  join(work, 'stage', key, `month=${month}`, '*.parquet')

/** Stages one raw file by month, unless it has been staged and not changed since. */
export async function stageFile(
  connection: DuckDBConnection,
  raw: string,
  name: string,
  work: string,
): Promise<Staged & { readonly isNew: boolean }> {
  const { size, mtimeMs } = statSync(raw)
  const key = createHash('sha256').update(`${FORM} ${name} ${size} ${mtimeMs}`).digest('hex').slice(0, 16)
  const done = join(work, 'stage', key, 'done.json')
  if (existsSync(done)) return { ...(JSON.parse(readFileSync(done, 'utf8')) as Staged), isNew: false }
  const [folder, half] = [join(work, 'stage', key), join(work, 'stage', `${key}.half`)]
  for (const each of [folder, half]) rmSync(each, { recursive: true, force: true })
  mkdirSync(half, { recursive: true })
  const utf8 = join(work, `${key}.csv`)
  const staged = await stagedRows(connection, raw, name, key, half, utf8)
  rmSync(utf8, { force: true })
  writeFileSync(join(half, 'done.json'), JSON.stringify(staged))
  renameSync(half, folder)
  return { ...staged, isNew: true }
}

/** Whether a file is marked as made up, by its name or in any row: folded data counts as measured. */
async function isMadeUp(file: RawFile, name: string, ask: RunQuery): Promise<boolean> {
  if (classByFileName(name) === 'illustrative') return true
  const column = classColumn(file.headings)
  if (column < 0) return false
  const said = await ask(`SELECT DISTINCT ${quoted(`c${column}`)} FROM ${sourceOf(file)}`)
  return said.some(([cell]) => typeof cell === 'string' && isMadeUpMark(cell))
}

async function stagedRows(
  connection: DuckDBConnection,
  raw: string,
  name: string,
  key: string,
  half: string,
  utf8: string,
): Promise<Staged> {
  const file = await openRawFile(raw, utf8)
  if (!file) return { key, months: [], rows: 0, problems: [{ file: name, why: 'no-table-of-monitors' }] }
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJS()
  if (await isMadeUp(file, basename(raw), ask))
    return { key, months: [], rows: 0, problems: [{ file: name, why: 'made-up' }] }
  const ofFile = basename(raw, extname(raw))
  const { sql, units } = await stageQuery(file, key, ofFile, ask)
  await connection.run('DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans')
  await connection.run(`CREATE OR REPLACE TEMP TABLE staged AS ${sql}`)
  const isRead = `minute IS NOT NULL AND device <> ''`
  await connection.run(`
    COPY (SELECT * EXCLUDE (time_text, unread) FROM staged WHERE ${isRead})
    TO ${literal(half)} (FORMAT parquet, COMPRESSION snappy, PARTITION_BY (month), OVERWRITE_OR_IGNORE)`)
  const rejected = (await ask('SELECT DISTINCT line, error_message FROM reject_errors ORDER BY 1')) as [
    bigint,
    string,
  ][]
  // A line may be rejected for several reasons.
  const broken = [...new Set(rejected.map(([line]) => Number(line)))]
  /** Line number of a row; rejected lines are not among the rows. */
  const lineOf = (row: unknown) => {
    let line = Number(row) + file.headingRow + 1
    for (const each of broken) if (each <= line) line++
    return line
  }
  const wrong = (await ask(`
    SELECT "row", coalesce(device, ''), coalesce(time_text, ''), minute IS NULL, unread FROM staged
    WHERE NOT coalesce(${isRead}, false) OR unread <> '' ORDER BY "row" LIMIT ${MAX_PROBLEMS}`)) as [
    bigint,
    string,
    string,
    boolean,
    string,
  ][]
  const problems: RawProblem[] = [
    ...(file.device === null ? [{ file: name, why: 'device-by-file-name' as const, seen: ofFile }] : []),
    ...units.map(({ parameter, stated }) => ({
      file: name,
      why: 'unit-doubtful' as const,
      seen: `${parameter} ${stated ?? ''}`,
    })),
    ...rejected.map(([line, seen]) => ({
      file: name,
      row: Number(line),
      why: 'row-broken' as const,
      seen: seen.split('\n')[0]!,
    })),
    ...wrong.map(([row, device, time, isTimeless, unread]): RawProblem => {
      const of = { file: name, row: lineOf(row) }
      if (isTimeless) return { ...of, why: 'time-unreadable', seen: time }
      return device === '' ? { ...of, why: 'device-missing' } : { ...of, why: 'value-unreadable', seen: unread }
    }),
  ]
  const months = await ask(`SELECT month, count(*) FROM staged WHERE ${isRead} GROUP BY 1 ORDER BY 1`)
  await connection.run('DROP TABLE staged')
  return {
    key,
    months: months.map(([month]) => String(month)),
    rows: months.reduce((sum, [, count]) => sum + Number(count), 0),
    problems,
  }
}
