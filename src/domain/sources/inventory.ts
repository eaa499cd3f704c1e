import type { Position } from '@/domain/geodesy/position'
import type { RegionIndex } from '@/domain/geodesy/regions'
import type { Problem } from '@/domain/problem'
import { absentText, constantColumn, joinTexts, packedPart, TextBuilder } from '@/domain/table/build-column'
import {
  type Column,
  lineOf,
  type PackedColumn,
  type Table,
  type TextColumn,
  textAt,
  textOf,
  valueAt,
} from '@/domain/table/column'
import { TextIndex } from '@/domain/table/text-index'
import { columnByMeaning } from './kinds/by-meaning'
import type { DataClass } from './kinds/data-class'
import { headingOf } from './kinds/field'
import type { Kind, KindId } from './kinds/kind'

/** A resource of one kind, as read from its file. */
export interface KindResource {
  readonly kind: KindId
  /** The kind as the package declares it. */
  readonly schema: Kind
  readonly file: string
  readonly dataClass: DataClass
  readonly table: Table
  /**
   * The table contains positions or counties that the file lacks; they were copied from other sources, which may move.
   */
  readonly isFilled?: true
}

/** All sources of all kinds, numbered consecutively: a common table, and each kind's own. */
export interface Inventory {
  /** Columns: kind, code, name, county (code), lon, lat, dataClass, grade. */
  readonly sources: Table
  readonly kinds: readonly (KindResource & { readonly first: number })[]
}

/** Position of a row in a table with columns lon and lat; null if it has none. */
export function positionOf(table: Table, row: number): Position | null {
  const [lon, lat] = [valueAt(table, 'lon', row), valueAt(table, 'lat', row)]
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null
}

/** Finds counties by name or position; `regionCodes` has their codes in the order of the regions. */
export interface CountyLookup {
  readonly find: (text: string) => string | null
  readonly regions: RegionIndex
  readonly regionCodes: readonly string[]
}

const stated = (column: Column | undefined, length: number): TextColumn | PackedColumn =>
  column?.type === 'text' || column?.type === 'packed' ? column : absentText(length)

/** County codes of the rows: as written (code, name or alias), otherwise by position. Unknown names become problems. */
function countyCodes({ file, table, schema }: KindResource, lookup: CountyLookup, problems: Problem[]): Column {
  const { county, lon, lat } = table.columns
  const lons = lon?.type === 'number' ? lon.values : null
  const lats = lat?.type === 'number' ? lat.values : null
  const known = new Map<string, string | null>()
  const codeOf = (text: string): string | null => {
    let code = known.get(text)
    if (code === undefined) {
      code = lookup.find(text)
      known.set(text, code)
    }
    return code
  }
  // A file names few counties, so each is looked up once rather than per row.
  const listed = county?.type === 'text' ? county.dictionary.map(codeOf) : null
  const column = headingOf(schema.fields, 'county')
  const builder = new TextBuilder()
  for (let row = 0; row < table.length; row++) {
    const stated = listed && county?.type === 'text' ? listed[county.codes[row]!]! : codeOf(textOf(county, row))
    if (stated !== null) {
      builder.push(stated)
      continue
    }
    const seen = textOf(county, row)
    if (seen !== '') problems.push({ code: 'unknown-county', file, row: lineOf(table, row), column, seen })
    builder.push(lons && lats ? (lookup.regionCodes[lookup.regions.find(lons[row]!, lats[row]!)] ?? '') : '')
  }
  return builder.finish()
}

/** Numbers the sources of all resources consecutively and joins their common columns. */
export function buildInventory(
  resources: readonly KindResource[],
  lookup: CountyLookup,
): { inventory: Inventory; problems: Problem[] } {
  const problems: Problem[] = []
  const length = resources.reduce((sum, { table }) => sum + table.length, 0)
  const lons = new Float64Array(length).fill(Number.NaN)
  const lats = new Float64Array(length).fill(Number.NaN)
  let first = 0
  const kinds = resources.map((resource) => {
    const { table } = resource
    const place = (name: string, all: Float64Array): Column => {
      const column = table.columns[name]
      const values = all.subarray(first, first + table.length)
      if (column?.type === 'number') values.set(column.values)
      // The kind's own column is a view into the common one, so that positions are stored once.
      return { type: 'number', values }
    }
    // Rules refer to counties by code, whatever the file contains.
    const county = countyCodes(resource, lookup, problems)
    const columns: Record<string, Column> = {
      ...table.columns,
      county,
      lon: place('lon', lons),
      lat: place('lat', lats),
    }
    const numbered = { ...resource, table: { ...table, columns }, first }
    first += table.length
    return numbered
  })
  const join = (column: (kind: (typeof kinds)[number]) => TextColumn | PackedColumn) => joinTexts(kinds.map(column))
  const own = (name: string) => join(({ table }) => stated(table.columns[name], table.length))
  const shared = { code: own('code'), name: own('name') }
  const sources: Table = {
    length,
    columns: {
      kind: join(({ kind, table }) => constantColumn(kind, table.length)),
      ...shared,
      county: own('county'),
      dataClass: join(({ dataClass, table }) => constantColumn(dataClass, table.length)),
      grade: join((kind) => stated(columnByMeaning(kind, 'grade'), kind.table.length)),
      lon: { type: 'number', values: lons },
      lat: { type: 'number', values: lats },
    },
  }
  return { inventory: { sources, kinds: kinds.map((kind) => ofWhole(kind, shared)) }, problems }
}

/** Makes the kind's packed codes and names views into the common ones, so that a million of them are stored once. */
function ofWhole<K extends KindResource & { readonly first: number }>(
  kind: K,
  shared: Readonly<Record<string, TextColumn | PackedColumn>>,
): K {
  const { table, first } = kind
  const columns: Record<string, Column> = { ...table.columns }
  for (const [name, whole] of Object.entries(shared))
    if (whole.type === 'packed' && columns[name]) columns[name] = packedPart(whole, first, first + table.length)
  return { ...kind, table: { ...table, columns } }
}

/** Which of the sources with the same kind and code this is, from 1, and how many there are. */
export interface SameCode {
  readonly nth: number
  readonly of: number
}

/**
 * Sources of one kind that share a code, in whichever file: the place of each among them, and a problem for every later
 * one.
 */
export function findDuplicateCodes(kinds: Inventory['kinds']): {
  readonly sameCode: ReadonlyMap<number, SameCode>
  readonly problems: readonly Problem[]
} {
  const indexes = new Map<KindId, TextIndex>()
  const twins = new Map<number, number[]>()
  const problems: Problem[] = []
  for (const { kind, file, table, schema, first } of kinds) {
    const seen = indexes.get(kind) ?? new TextIndex()
    indexes.set(kind, seen)
    const { code: codes } = table.columns
    const add = adderOf(seen, codes)
    for (let row = 0; row < table.length; row++) {
      const before = add(row, first + row)
      if (before === null) continue
      const known = twins.get(before)
      if (known) known.push(first + row)
      else twins.set(before, [before, first + row])
      const code = textOf(codes, row)
      // Missing codes are reported per cell.
      if (code === '') continue
      const { kind: there, row: at } = rowOf({ kinds }, before)
      const name = textAt(there.table, 'name', at)
      problems.push({
        code: 'duplicate-code',
        file,
        row: lineOf(table, row),
        column: headingOf(schema.fields, 'code'),
        seen: code,
        earlier: { row: lineOf(there.table, at), value: there.file === file ? name : `${name} (${there.file})` },
      })
    }
  }
  const sameCode = [...twins.values()].flatMap((all) =>
    all.map((source, i) => [source, { nth: i + 1, of: all.length }] as const),
  )
  return { sameCode: new Map(sameCode), problems }
}

/** Returns a function that adds a row's text to an index under a number, like {@link TextIndex.add}. */
function adderOf(index: TextIndex, column: Column | undefined): (row: number, value: number) => number | null {
  if (column?.type !== 'packed') return (row, value) => index.add(textOf(column, row), value)
  const { bytes, offsets } = column
  return (row, value) => index.addBytes(bytes, offsets[row]!, offsets[row + 1]!, value)
}

/** The kind's table that contains a source, and its row there. */
export function rowOf<Kind extends { readonly first: number; readonly table: Pick<Table, 'length'> }>(
  inventory: { readonly kinds: readonly Kind[] },
  source: number,
): { kind: Kind; row: number } {
  const kind = inventory.kinds.findLast(({ first, table }) => source >= first && source < first + table.length)
  if (!kind) throw new RangeError(`no source ${source}`)
  return { kind, row: source - kind.first }
}
