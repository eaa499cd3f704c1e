import { type Field, headingOf } from '@/domain/sources/kinds/field'
import { EXTRA, extraColumns, matchColumns, type StatedColumns } from '@/domain/sources/reading/read-table'
import { bareRow, withoutFormula } from '@/io/export/formula'
import { readCsv } from '@/io/formats/csv'
import { findEncoding, readText } from '@/io/formats/encoding'
import { csvCell } from './csv-bytes'
import type { ResourceDescriptor } from './descriptor'

/** A new value for one cell of a file. */
export interface CellPatch {
  /** Line of its row in the file, as `lineOf` returns it. */
  readonly line: number
  readonly field: Field
  /** The new text, '' to clear the cell. */
  readonly text: string
}

/** A file with changed cells, and the columns that had to be added for them, by heading. */
export interface Patched {
  readonly blob: Blob
  readonly added: ReadonlyMap<string, Field>
}

const UTF8_MARK = [0xef, 0xbb, 0xbf]

/** Column index of a field in a header; -1 if the file lacks it. */
function columnOf(field: Field, header: readonly string[], fields: readonly Field[], stated?: StatedColumns): number {
  const matched = matchColumns(header, fields, stated)
  const { name } = field
  const found = name.startsWith(EXTRA) ? extraColumns(header, matched).get(name.slice(EXTRA.length)) : matched.get(name)
  return found ?? -1
}

/** Heading for a field to be added to a file. */
function freshHeading({ headings, name }: Field, header: readonly string[]): string {
  const taken = new Set(header.map((heading) => heading.trim()))
  return [...headings, name].find((heading) => !taken.has(heading)) ?? `${name} ${header.length + 1}`
}

/**
 * Overwrites single cells of a package's CSV: every other cell stays as written, even if it is unreadable. The result
 * is UTF-8, with a byte order mark if there was one.
 */
export async function patchCsv(
  blob: Blob,
  fields: readonly Field[],
  { columns: stated, guarded }: Pick<ResourceDescriptor['chentu'], 'columns' | 'guarded'>,
  patches: readonly CellPatch[],
): Promise<Patched> {
  const { encoding } = await findEncoding(blob)
  const head = new Uint8Array(await blob.slice(0, UTF8_MARK.length).arrayBuffer())
  const parts: BlobPart[] = UTF8_MARK.every((byte, i) => head[i] === byte) ? [new Uint8Array(UTF8_MARK)] : []
  const written = (text: string, isText = true) => (guarded && isText ? withoutFormula(text) : text)
  const byLine = patchesByLine(patches)
  const at = new Map<string, number>()
  const added = new Map<string, Field>()
  let width = 0

  function readHeader(header: readonly string[]): string[] {
    width = header.length
    const bare = guarded ? bareRow([...header]) : header
    for (const { field } of patches) {
      if (at.has(field.name)) continue
      const column = columnOf(field, bare, fields, stated)
      at.set(field.name, column < 0 ? width + added.size : column)
      if (column < 0) added.set(freshHeading(field, [...bare, ...added.keys()]), field)
    }
    return [...header, ...Array.from(added.keys(), (heading) => written(heading))]
  }

  function patched(cells: readonly string[], line: number): readonly string[] {
    const own = byLine.get(line)
    if (!own && added.size === 0) return cells
    // A row may be shorter or longer than its header: cells beyond the header must not move under a new heading.
    const blank = (count: number) => Array.from({ length: count }, () => '')
    const wide = [...cells.slice(0, width), ...blank(width - Math.min(width, cells.length)), ...blank(added.size)]
    for (const { field, text } of own ?? []) wide[at.get(field.name)!] = written(text, field.type === 'text')
    return [...wide, ...cells.slice(width)]
  }

  await readCsv(blob, { encoding, delimiter: ',' }, (rows, first) => {
    let piece = ''
    rows.forEach((cells, i) => {
      const line = first + i + 1
      const isBlank = cells.length === 1 && cells[0] === ''
      const row = line === 1 ? readHeader(cells) : isBlank ? cells : patched(cells, line)
      piece += `${row.map(csvCell).join(',')}\n`
    })
    parts.push(new TextEncoder().encode(piece))
  })
  return { blob: new Blob(parts, { type: 'text/csv' }), added }
}

function patchesByLine(patches: readonly CellPatch[]): ReadonlyMap<number, readonly CellPatch[]> {
  const byLine = new Map<number, CellPatch[]>()
  for (const patch of patches) byLine.set(patch.line, [...(byLine.get(patch.line) ?? []), patch])
  return byLine
}

interface Collection {
  readonly features: readonly { readonly properties: Readonly<Record<string, unknown>> | null }[]
}

/** The same for line sources in GeoJSON: everything except the overwritten properties stays. */
export async function patchLines(
  blob: Blob,
  fields: readonly Field[],
  patches: readonly CellPatch[],
): Promise<Patched> {
  const { features, ...rest } = JSON.parse(await readText(blob)) as Collection
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))]
  const header = [...names, headingOf(fields, 'lon'), headingOf(fields, 'lat')]
  const added = new Map<string, Field>()
  const nameOf = (field: Field): string => {
    const column = columnOf(field, header, fields)
    if (column >= 0) return header[column]!
    const known = [...added].find(([, { name }]) => name === field.name)
    if (known) return known[0]
    const name = freshHeading(field, [...header, ...added.keys()])
    added.set(name, field)
    return name
  }
  const byLine = patchesByLine(patches)
  const lines = features.map((feature, i) => {
    const own = byLine.get(i + 1)
    if (!own) return JSON.stringify(feature)
    const properties = new Map(Object.entries(feature.properties ?? {}))
    for (const { field, text } of own) {
      if (text === '') properties.delete(nameOf(field))
      else properties.set(nameOf(field), text)
    }
    return JSON.stringify({ ...feature, properties: Object.fromEntries(properties) })
  })
  const others = Object.entries(rest).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
  const text = `{${[...others, `"features":[\n${lines.join(',\n')}\n]`].join(',')}}\n`
  return { blob: new Blob([text], { type: 'application/geo+json' }), added }
}
