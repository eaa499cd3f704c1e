import type { Problem, Result } from '@/domain/problem'
import type { Field } from '@/domain/sources/kinds/field'
import { absentText, GrowableArray, TextBuilder } from '@/domain/table/build-column'
import { ABSENT_DAY, ABSENT_FLAG, type Column, lineOf, linesOfRows, type Table } from '@/domain/table/column'
import { isBelowDetection, numberBelow, parseNumber, plainText } from './cell'
import { fieldReader, type Note } from './field-reader'

/** A table from a file: a header and rows of cells. */
export interface RawTable {
  readonly file: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Line of the first row in the file, if it is not the line below the header. */
  readonly firstLine?: number
}

/** Prefix of columns that match no field; they are kept as text under their own heading. */
export const EXTRA = '+'

/** The field of each heading, as the package itself states it. */
export type StatedColumns = Readonly<Record<string, string>>

/** Matches headings to fields, as stated or by the fields' headings; each column belongs to at most one field. */
export function matchColumns(
  header: readonly string[],
  fields: readonly Field[],
  stated?: StatedColumns,
): Map<string, number> {
  if (stated) {
    const known = new Set(fields.map(({ name }) => name))
    return new Map(
      header.flatMap((heading, column): [string, number][] => {
        const field = stated[heading]
        return field !== undefined && known.has(field) ? [[field, column]] : []
      }),
    )
  }
  const plain = header.map(plainText)
  const matched = new Map<string, number>()
  const taken = new Set<number>()
  for (const field of fields) {
    const column = plain.findIndex(
      (heading, i) => !taken.has(i) && (field.headings.includes(heading) || heading === field.name),
    )
    if (column < 0) continue
    matched.set(field.name, column)
    taken.add(column)
  }
  return matched
}

/** Reads rows of a file into typed cells. */
export interface RowReader {
  /** Reads one row; `line` is its line in the file. */
  read(cells: readonly string[], line: number): void
  finish(): Table
}

/**
 * Reads rows into typed columns, row by row. A cell that can't be read becomes absent and is reported to `note`; a
 * missing column is absent throughout. `extras` are further columns to keep as text, by heading.
 */
export function rowReader(
  fields: readonly Field[],
  matched: ReadonlyMap<string, number>,
  extras: ReadonlyMap<string, number>,
  note: (line: number, column: string, note: Note) => void,
): RowReader {
  let line = 0
  const present = fields.filter(({ name }) => matched.has(name))
  const readers = present.map((field) => ({
    name: field.name,
    column: matched.get(field.name)!,
    reader: fieldReader(field, (what) => note(line, field.headings[0]!, what)),
  }))
  const kept = [...extras].map(([heading, column]) => ({ name: EXTRA + heading, column, builder: new TextBuilder() }))
  const lines = new GrowableArray((size) => new Uint32Array(size))
  let length = 0
  return {
    read(cells, at) {
      line = at
      lines.push(at)
      for (const { column, reader } of readers) reader.push(cells[column] ?? '')
      for (const { column, builder } of kept) builder.push((cells[column] ?? '').trim())
      length++
    },
    finish() {
      const columns = absentColumns(fields, length)
      for (const { name, reader } of readers) columns[name] = reader.finish()
      for (const { name, builder } of kept) columns[name] = builder.finish()
      return { length, columns, ...linesOfRows(lines.finish()) }
    },
  }
}

/** Columns without a value. All of a type share one array: a file of a million rows may lack twenty columns. */
function absentColumns(fields: readonly Field[], length: number): Record<string, Column> {
  const absent: Record<Field['type'], Column> = {
    text: absentText(length),
    flag: { type: 'flag', values: new Uint8Array(length).fill(ABSENT_FLAG) },
    day: { type: 'day', values: new Int32Array(length).fill(ABSENT_DAY) },
    number: { type: 'number', values: new Float64Array(length).fill(Number.NaN) },
  }
  return Object.fromEntries(fields.map(({ name, type }) => [name, absent[type]]))
}

/** Columns that match no field, by heading; columns without a heading are left out. */
export function extraColumns(header: readonly string[], matched: ReadonlyMap<string, number>): Map<string, number> {
  const claimed = new Set(matched.values())
  const extras = new Map<string, number>()
  header.forEach((heading, column) => {
    const name = heading.trim()
    if (name !== '' && !claimed.has(column) && !extras.has(name)) extras.set(name, column)
  })
  return extras
}

/** Reports required columns that a header lacks. */
export function missingColumns(
  file: string,
  header: readonly string[],
  fields: readonly Field[],
  stated?: StatedColumns,
): Problem[] {
  const matched = matchColumns(header, fields, stated)
  return fields
    .filter(({ name, required }) => required && !matched.has(name))
    .map(({ headings }) => ({
      code: 'column-missing',
      file,
      column: headings[0]!,
      seen: header.join('、'),
      expected: headings.join(' / '),
    }))
}

/** Returns a reader for the rows below a header; adds what can't be read to `problems`. */
export function tableReader(
  file: string,
  header: readonly string[],
  fields: readonly Field[],
  problems: Problem[],
  stated?: StatedColumns,
): RowReader {
  const stands = matchColumns(header, fields, stated)
  const kept = keptTexts(fields, stands, header.length)
  const matched = new Map([...stands, ...kept.map(({ name, to }) => [name, to] as const)])
  const reader = withKeptTexts(
    kept,
    rowReader(fields, matched, extraColumns(header, stands), (row, column, note) => {
      problems.push({ file, row, column, ...note })
    }),
  )
  const place = (['lon', 'lat'] as const).map((name) => matched.get(name))
  const [lon, lat] = place
  if (lon === undefined || lat === undefined) return reader
  const column = place.map((at) => header[at!]!.trim()).join('、')
  return {
    read(cells, line) {
      if (!areSwapped(cells[lon], cells[lat])) return reader.read(cells, line)
      // Read separately, one would be reported as out of range and the other taken as correct.
      const seen = `${cells[lon]}, ${cells[lat]}`
      problems.push({ file, row: line, column, code: 'position-looks-swapped', seen, action: 'emptied' })
      const without = cells.map((cell, at) => (at === lon || at === lat ? '' : cell))
      reader.read(without, line)
    },
    finish: reader.finish,
  }
}

/** A column of numbers that may say "below detection", and the one that keeps such cells as written. */
interface KeptText {
  readonly name: string
  readonly from: number
  readonly to: number
  /** The detection limit. */
  readonly detection: number
}

/** The columns of a table with numbers that may be below detection; their texts get a column behind `width` if none. */
function keptTexts(fields: readonly Field[], matched: ReadonlyMap<string, number>, width: number): KeptText[] {
  return fields.flatMap(({ name, writtenIn, belowDetection }, at): KeptText[] => {
    const from = matched.get(name)
    if (writtenIn === undefined || belowDetection === undefined || from === undefined) return []
    return [{ name: writtenIn, from, to: matched.get(writtenIn) ?? width + at, detection: belowDetection }]
  })
}

/** A reader that takes a number below detection as 0 with its text, as an import does. */
function withKeptTexts(kept: readonly KeptText[], reader: RowReader): RowReader {
  if (kept.length === 0) return reader
  return {
    read(cells, line) {
      const below = kept.filter(({ from, detection }) => {
        const cell = cells[from] ?? ''
        return isBelowDetection(cell) && (numberBelow(cell) ?? 0) <= detection
      })
      if (below.length === 0) return reader.read(cells, line)
      const changed = [...cells]
      for (const { from, to } of below) {
        changed[to] = plainText(cells[from]!)
        changed[from] = '0'
      }
      reader.read(changed, line)
    },
    finish: reader.finish,
  }
}

/** Whether two cells are invalid as longitude and latitude but valid when swapped. */
function areSwapped(lon = '', lat = ''): boolean {
  const [x, y] = [parseNumber(plainText(lon)), parseNumber(plainText(lat))]
  return x !== null && y !== null && Math.abs(y) > 90 && Math.abs(y) <= 180 && Math.abs(x) <= 90
}

/**
 * Reads a raw table by a list of fields. A missing column is a problem only if it is required; the value is then null.
 */
export function readTable(
  { file, header, rows, firstLine = lineOf({}, 0) }: RawTable,
  fields: readonly Field[],
): Result<Table> {
  const missing = missingColumns(file, header, fields)
  if (missing.length > 0) return { value: null, problems: missing }
  const problems: Problem[] = []
  const reader = tableReader(file, header, fields, problems)
  rows.forEach((cells, i) => {
    reader.read(cells, firstLine + i)
  })
  return { value: reader.finish(), problems }
}
