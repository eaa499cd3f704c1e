import { COMPASS, COMPASS_DEGREES } from '@/domain/geodesy/compass'
import { bareHeading } from '@/domain/intake/recognise/header'
import { FLAG_CELLS } from '@/domain/monitoring/flag-words'
import { parameterOf } from '@/domain/monitoring/monitor-columns'
import { PARAMETERS, type Parameter } from '@/domain/monitoring/parameter'
import { dustUnit, isDust } from '@/domain/monitoring/unit-finding'
import { type RawFile, timeColumn } from './raw-file'
import { literal, quoted, sqlOf } from './sql'

/** Cells that mean no value. */
const BLANKS = ['', '-', '--', '—', '/', 'null', 'NULL', 'NaN', 'nan', '无']
/** Number of values sampled to determine the unit. */
const SAMPLE = 400
/** Above this value, pressure must be in hPa: no place on the ground has that many kPa. */
const MAX_KPA = 200

/** Runs a query and returns its rows. */
export type RunQuery = (sql: string) => Promise<readonly (readonly unknown[])[]>

const cell = (column: number) => quoted(`c${column}`)

/** SQL for the rows of a raw file below its headings, with all cells as text. */
export function sourceOf({ path, delimiter, headingRow, headings }: RawFile): string {
  const columns = headings.map((_, column) => `'c${column}': 'VARCHAR'`).join(', ')
  return `read_csv(${literal(path)}, header = false, skip = ${headingRow + 1}, delim = ${literal(delimiter)}, quote = '"',
    escape = '"', columns = {${columns}}, auto_detect = false, null_padding = true, strict_mode = false, parallel = false,
    ignore_errors = true, store_rejects = true)`
}

/** SQL for a parameter: its value text, its flag text, and the factor into the stored unit. */
interface Read {
  readonly value: string
  readonly flag: string | null
  readonly factor: number
}

/** A unit that contradicts the file's values, reported to the user. */
export interface UnitDoubt {
  readonly parameter: Parameter
  readonly stated: string | null
}

interface Staged {
  readonly sql: string
  readonly units: readonly UnitDoubt[]
}

/**
 * The query that turns a raw file into readings; `key` identifies the file, `device` is its device if it names none.
 */
export async function stageQuery(file: RawFile, key: string, device: string, ask: RunQuery): Promise<Staged> {
  const source = sourceOf(file)
  const units: UnitDoubt[] = []
  const sampled = async (parameter: Parameter, stated: string | null, value: string, where = 'true') => {
    const rows = await ask(
      `SELECT try_cast(trim(${value}) AS DOUBLE) FROM ${source} WHERE ${where} AND try_cast(trim(${value}) AS DOUBLE) > 0 LIMIT ${SAMPLE}`,
    )
    const { factor, isSure } = factorOf(
      parameter,
      stated,
      rows.map(([each]) => Number(each)),
    )
    if (!isSure) units.push({ parameter, stated })
    return factor
  }
  const reads = new Map<Parameter, Read>()
  if (file.long) {
    const { parameter, value, unit, flag } = file.long
    const named = await ask(
      `SELECT trim(${cell(parameter)}), max(${unit === null ? 'NULL' : cell(unit)}) FROM ${source} GROUP BY 1 ORDER BY 1`,
    )
    for (const each of PARAMETERS) {
      const names = named.filter(([name]) => typeof name === 'string' && parameterOf(bareHeading(name)) === each)
      if (names.length === 0) continue
      const where = `trim(${cell(parameter)}) IN (${names.map(([name]) => literal(String(name))).join(', ')})`
      const stated = names.map(([, said]) => said).find((said) => said !== null)
      const only = (column: number) => `CASE WHEN ${where} THEN ${cell(column)} END`
      const factor = await sampled(each, stated === undefined ? null : unitText(String(stated)), cell(value), where)
      reads.set(each, { value: only(value), flag: flag === null ? null : only(flag), factor })
    }
  } else
    for (const each of file.columns) {
      if (each.of !== 'value') continue
      const flags = file.columns.filter((other) => other.of === 'flag')
      const flag = [each.parameter, null].flatMap((of) => flags.filter(({ parameter }) => parameter === of))[0]
      const factor = await sampled(each.parameter, each.unit, cell(each.column))
      reads.set(each.parameter, { value: cell(each.column), flag: flag ? cell(flag.column) : null, factor })
    }
  const sql = sqlOf('stage', {
    source,
    time: cell(timeColumn(file.columns)!),
    device: file.device === null ? literal(device) : cell(file.device),
    file: literal(key),
    ...readColumns(reads),
  })
  return { sql, units }
}

/** The unit from a unit column, in the form used in headings; null if unknown. */
const unitText = (said: string): string | null =>
  /(mg|µg|ng)\/m(?:3|³)/
    .exec(said.normalize('NFKC').toLowerCase().replaceAll('μ', 'µ').replace(/^ug/, 'µg'))?.[0]
    .replace('m3', 'm³') ?? null

function factorOf(parameter: Parameter, stated: string | null, values: readonly number[]) {
  if (isDust(parameter)) {
    const found = dustUnit(stated, values)
    return { factor: found?.factor ?? 1, isSure: found !== null && found.by !== 'doubtful' }
  }
  const isHundreds = values.length > 0 && values.filter((value) => value > MAX_KPA).length > values.length / 2
  const factor = parameter === 'pressure' && (stated === 'hPa' || (stated === null && isHundreds)) ? 0.1 : 1
  return { factor, isSure: true }
}

/** SQL for the value (1) or the flag (2) of a text such as 0.123(D); '' for any other text. */
const inFlagged = (text: string, part: 1 | 2) =>
  `regexp_extract(${text}, '^([-+]?[0-9.]+)\\s*[(（]?([NFMSDTCBnfmsdtcb])[)）]?$', ${part})`

/** SQL for the degrees of a direction in words, with or without 风; NULL if it is none. */
function degreesOf(text: string): string {
  const cases = COMPASS.flatMap((names, place) =>
    names.map((name) => `WHEN ${literal(name)} THEN ${place * COMPASS_DEGREES}`),
  )
  return `CASE upper(regexp_replace(${text}, '风$', '')) ${cases.join(' ')} END`
}

/** The parts of `stage.sql` that depend on the file's columns. */
function readColumns(reads: ReadonlyMap<Parameter, Read>) {
  const flagCells = FLAG_CELLS.map(([cell, flag]) => `WHEN ${literal(cell)} THEN ${literal(flag)}`).join(' ')
  const blanks = BLANKS.map(literal).join(', ')
  const [values, columns, unread]: [string[], string[], string[]] = [[], [], []]
  for (const parameter of PARAMETERS) {
    const read = reads.get(parameter)
    const [name, flag] = [quoted(parameter), quoted(`${parameter}_flag`)]
    if (!read) {
      columns.push(`CAST(NULL AS DOUBLE) AS ${name}, CAST(NULL AS VARCHAR) AS ${flag}`)
      continue
    }
    const [text, said] = [quoted(`${parameter}_text`), quoted(`${parameter}_said`)]
    values.push(`trim(${read.value}) AS ${text}`, `upper(trim(${read.flag ?? 'NULL'})) AS ${said}`)
    const plain = `try_cast(${text} AS DOUBLE)`
    const words = parameter === 'wind-direction' ? `, ${degreesOf(text)}` : ''
    const number = `coalesce(${plain}, try_cast(${inFlagged(text, 1)} AS DOUBLE)${words})`
    // A flag in its own column takes precedence over one appended to the value, unless it only says normal.
    const behind = `CASE WHEN ${plain} IS NULL THEN nullif(upper(${inFlagged(text, 2)}), '') END`
    const own = `CASE coalesce(${said}, '') WHEN '' THEN 'N' ${flagCells} ELSE '?' END`
    const flagged = `coalesce(nullif(${own}, 'N'), ${behind}, 'N')`
    columns.push(
      `CASE WHEN isfinite(${number}) THEN ${number} * ${read.factor} WHEN ${flagged} <> 'N' THEN 'NaN' END AS ${name}`,
      `${flagged} AS ${flag}`,
    )
    unread.push(
      `CASE WHEN ${text} NOT IN (${blanks}) AND ${number} IS NULL THEN '${parameter}' END`,
      `CASE WHEN ${flagged} = '?' THEN '${parameter}_flag' END`,
    )
  }
  return { values: values.join(',\n    '), columns: columns.join(',\n  '), unread: unread.join(', ') }
}
