import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { BUILD_KEY, cellsFile, sourcesFile } from '@/io/province/province-file'
import { COUNTS, WORLD_BITS } from '@/io/province/sources-pyramid'
import { literal } from '../fold/sql'
import cellsOfCells from './cells-of-cells.sql?raw'
import cellsOfRows from './cells-of-rows.sql?raw'
import morton from './morton.sql?raw'
import rows from './rows.sql?raw'

/**
 * Levels of the cells: the Mercator square has 2^level cells per side; a cell is 32 pixels at four zooms below its
 * level.
 */
export const LEVELS = [7, 8, 9, 10, 11, 12, 13, 14, 15] as const
const [COARSEST, FINEST] = [LEVELS[0], LEVELS[LEVELS.length - 1]!]
/** Level of the cells by which rows are sorted along the curve. */
const CURVE_LEVEL = 16
/** Rows per row group; a window's rows lie in few groups. */
const GROUP_ROWS = 8192

const filled = (sql: string, values: Readonly<Record<string, string | number>>) =>
  sql.replace(/\{\{(\w+)\}\}/g, (_, key: string) => String(values[key]))

/** Writes the result of a query; the file appears only once it is complete. */
async function write(connection: DuckDBConnection, query: string, path: string, made: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  await connection.run(`
    COPY (${query}) TO ${literal(`${path}.half`)} (
      FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE ${GROUP_ROWS},
      KV_METADATA {${literal(BUILD_KEY)}: ${literal(made)}})`)
  renameSync(`${path}.half`, path)
}

/**
 * Writes the pyramid of all sources below `out`: a file of rows for each city, and one of cells for each level.
 * @param raw by city the file of its evaluated rows; null if it has none
 * @param groups ids of the groups of kinds, in order
 * @param made id of the run that the files belong to
 */
export async function makePyramid(
  raw: readonly (string | null)[],
  groups: readonly string[],
  out: string,
  work: string,
  made: string,
): Promise<readonly number[]> {
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  try {
    await connection.run(`SET temp_directory = ${literal(join(work, 'tmp'))}`)
    await connection.run(morton)
    await connection.run('CREATE TABLE groups (id VARCHAR, place INTEGER)')
    for (const [place, id] of groups.entries())
      await connection.run(`INSERT INTO groups VALUES (${literal(id)}, ${place})`)
    const files: string[] = []
    for (const [city, file] of raw.entries()) {
      const path = join(out, sourcesFile(city))
      if (file === null || !existsSync(file)) {
        rmSync(path, { force: true })
        continue
      }
      await connection.run(filled(rows, { raw: literal(file), shift: WORLD_BITS - CURVE_LEVEL }))
      await write(connection, 'FROM city_rows', path, made)
      files.push(path)
    }
    if (files.length === 0) return []
    await connection.run(
      filled(cellsOfRows, {
        rows: `[${files.map(literal).join(', ')}]`,
        shift: WORLD_BITS - FINEST,
        counts: COUNTS.map(
          (name, standing) => `CAST(count(*) FILTER (standing = ${standing}) AS INTEGER) AS ${name}`,
        ).join(', '),
      }),
    )
    const sums = COUNTS.map((name) => `CAST(sum(${name}) AS INTEGER) AS ${name}`).join(', ')
    for (let level: number = FINEST; level >= COARSEST; level--) {
      if (level < FINEST) await connection.run(filled(cellsOfCells, { sums }))
      await write(connection, 'FROM cells ORDER BY morton(x, y), kind_group', join(out, cellsFile(level)), made)
    }
    return LEVELS
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
