import type { RegionIndex } from '@/domain/geodesy/regions'
import type { Problem } from '@/domain/problem'
import { type NumberColumn, type Table, textAt, textColumn } from '@/domain/table/column'
import type { DataClass, SourceKind } from './schema'

/** A resource of one kind as it was read. */
export interface KindResource {
  readonly kind: SourceKind
  readonly file: string
  readonly dataClass: DataClass
  readonly table: Table
}

/** All sources of all kinds, numbered through: a common table, and each kind's own. */
export interface Inventory {
  /** Columns: kind, code, name, county (code), lon, lat, dataClass, grade. */
  readonly sources: Table
  readonly kinds: readonly (KindResource & { readonly first: number })[]
}

/** How to tell counties: by name, by position, and their codes in the order of the regions. */
export interface CountyLookup {
  readonly find: (text: string) => string | null
  readonly regions: RegionIndex
  readonly regionCodes: readonly string[]
}

/** Positions of a table; NaN where the kind has none. */
function numbers(table: Table, name: string): Float64Array {
  const column = table.columns[name] as NumberColumn | undefined
  return column?.values ?? new Float64Array(table.length).fill(Number.NaN)
}

/** County codes of the rows: as stated (by code, name or alias), else by position. An unknown name is a problem. */
function countyCodes({ file, table }: KindResource, lookup: CountyLookup, problems: Problem[]): string[] {
  const lons = numbers(table, 'lon')
  const lats = numbers(table, 'lat')
  return Array.from({ length: table.length }, (_, row) => {
    const stated = textAt(table, 'county', row)
    const code = lookup.find(stated)
    if (code !== null) return code
    if (stated !== '') problems.push({ code: 'unknown-county', file, row: row + 2, column: '区县', seen: stated })
    return lookup.regionCodes[lookup.regions.find(lons[row]!, lats[row]!)] ?? ''
  })
}

/** Numbers the sources of all resources through and brings their common columns together. */
export function buildInventory(
  resources: readonly KindResource[],
  lookup: CountyLookup,
): { inventory: Inventory; problems: Problem[] } {
  const problems: Problem[] = []
  const text: Record<'kind' | 'code' | 'name' | 'county' | 'dataClass' | 'grade', string[]> = {
    kind: [],
    code: [],
    name: [],
    county: [],
    dataClass: [],
    grade: [],
  }
  const lons: Float64Array[] = []
  const lats: Float64Array[] = []
  let first = 0
  const kinds = resources.map((resource) => {
    const { kind, dataClass } = resource
    const counties = countyCodes(resource, lookup, problems)
    // Rules that name counties read codes, whatever the file wrote.
    const table: Table = {
      length: resource.table.length,
      columns: { ...resource.table.columns, county: textColumn(counties) },
    }
    for (let row = 0; row < table.length; row++) {
      text.kind.push(kind)
      text.dataClass.push(dataClass)
      text.county.push(counties[row]!)
      for (const name of ['code', 'name', 'grade'] as const) text[name].push(textAt(table, name, row))
    }
    lons.push(numbers(table, 'lon'))
    lats.push(numbers(table, 'lat'))
    const numbered = { ...resource, table, first }
    first += table.length
    return numbered
  })
  const texts = Object.fromEntries(Object.entries(text).map(([name, values]) => [name, textColumn(values)]))
  const sources: Table = {
    length: first,
    columns: { ...texts, lon: { type: 'number', values: concat(lons) }, lat: { type: 'number', values: concat(lats) } },
  }
  return { inventory: { sources, kinds }, problems }
}

function concat(parts: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** Codes that stand twice in one resource, with the lines. */
export function findDuplicateCodes({ file, table }: KindResource): Problem[] {
  const seen = new Map<string, number>()
  const problems: Problem[] = []
  for (let row = 0; row < table.length; row++) {
    const code = textAt(table, 'code', row)
    const before = seen.get(code)
    if (code !== '' && before !== undefined) {
      problems.push({
        code: 'duplicate-code',
        file,
        row: row + 2,
        column: '编号',
        seen: code,
        expected: String(before + 2),
      })
    }
    seen.set(code, before ?? row)
  }
  return problems
}

/** The kind's table that holds a source, and its row there. */
export function rowOf(inventory: Inventory, source: number): { kind: KindResource; row: number } {
  const kind = inventory.kinds.findLast(({ first, table }) => source >= first && source < first + table.length)
  if (!kind) throw new RangeError(`no source ${source}`)
  return { kind, row: source - kind.first }
}
