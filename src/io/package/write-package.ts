import type { Feature, Geometry } from 'geojson'
import { formatDay } from '@/domain/calendar'
import type { SetByHand } from '@/domain/intake/set-by-hand'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { Field } from '@/domain/sources/kinds/field'
import { EXTRA } from '@/domain/sources/reading/read-table'
import { ABSENT_DAY, type Column, isEmpty, type Table, textOf, textsInOrder } from '@/domain/table/column'
import { withoutFormula } from '@/io/export/formula'
import { CsvBytes, cellBytes, isPlainCell, trustedBytes } from './csv-bytes'
import type { Descriptor, ResourceDescriptor, Role } from './descriptor'
import { WRITTEN_TYPES } from './kind-schema'
import type { Sources } from './sources'

/** Table Schema (Frictionless) of our fields, with the headings of the file. */
export function tableSchema(fields: readonly Field[]) {
  return {
    fields: fields.map(({ headings, type, required, mayBeBlank, values, range }) => {
      const constraints = {
        // In Table Schema a `required` field has no blank cells; there is no way to say that only the column is
        // required.
        ...(required && !mayBeBlank ? { required } : {}),
        ...(values ? { enum: values } : {}),
        ...(range && Number.isFinite(range[0]) ? { minimum: range[0] } : {}),
        ...(range && Number.isFinite(range[1]) ? { maximum: range[1] } : {}),
      }
      return {
        name: headings[0]!,
        type: WRITTEN_TYPES[type],
        ...(type === 'flag' ? { trueValues: ['是'], falseValues: ['否'] } : {}),
        ...(Object.keys(constraints).length ? { constraints } : {}),
      }
    }),
    missingValues: [''],
  }
}

/** One column of a written table: heading and text of each row. */
export interface WrittenColumn {
  readonly field: Field
  readonly heading: string
  readonly text: (row: number) => string
  /** Writes the same text as a CSV cell. */
  readonly write: (row: number, csv: CsvBytes) => void
}

/** Cell text: 是 and 否, ISO days, numbers with all their digits. */
function textFor(column: Column): (row: number) => string {
  switch (column.type) {
    case 'flag':
      return (row) => ['否', '是', ''][column.values[row]!]!
    case 'day': {
      const known = new Map([[ABSENT_DAY, '']])
      return (row) => {
        const day = column.values[row]!
        const text = known.get(day) ?? formatDay(day)
        known.set(day, text)
        return text
      }
    }
    case 'number':
      return (row) => (Number.isNaN(column.values[row]!) ? '' : String(column.values[row]!))
    default:
      return textsInOrder(column)
  }
}

/** Replaces county codes by names. */
function named(column: Column, countyName: (code: string) => string): Column {
  return column.type === 'text' ? { ...column, dictionary: column.dictionary.map(countyName) } : column
}

function written(field: Field, heading: string, column: Column): WrittenColumn {
  const text = textFor(column)
  return { field, heading, text, write: writerFor(column, text) }
}

/** Numbers, days and flags need no guard: a negative number is not a formula. */
function writerFor(column: Column, text: (row: number) => string): WrittenColumn['write'] {
  switch (column.type) {
    case 'number':
      return (row, csv) => csv.number(column.values[row]!)
    case 'packed': {
      const { offsets, bytes } = column
      return (row, csv) => {
        const [from, to] = [offsets[row]!, offsets[row + 1]!]
        if (isPlainCell(bytes, from, to)) csv.copy(bytes, from, to)
        else csv.text(textOf(column, row))
      }
    }
    case 'text': {
      // Repeated texts are quoted only once.
      const cells = column.dictionary.map(cellBytes)
      return (row, csv) => csv.copy(cells[column.codes[row]!]!)
    }
    default: {
      const known = new Map<number, Uint8Array>()
      return (row, csv) => {
        const value = column.values[row]!
        let cell = known.get(value)
        if (!cell) {
          cell = trustedBytes(text(row))
          known.set(value, cell)
        }
        csv.copy(cell)
      }
    }
  }
}

/** A heading that no other column has, for an extra column called like a field: one that was added since, for example. */
function ownHeading(name: string, taken: Set<string>): string {
  let heading = name
  while (taken.has(heading)) heading = `${heading} (原)`
  taken.add(heading)
  return heading
}

/**
 * The columns of a table to be written: those of the schema under their first heading, extra columns of a file under
 * their own. Columns without any value are left out unless required. County codes become names.
 */
export function writtenColumns(
  table: Table,
  fields: readonly Field[],
  countyName: (code: string) => string,
): WrittenColumn[] {
  const own = fields.flatMap((field): WrittenColumn[] => {
    const column = table.columns[field.name]
    if (!column || (isEmpty(column) && !field.required)) return []
    return [written(field, field.headings[0]!, field.name === 'county' ? named(column, countyName) : column)]
  })
  const taken = new Set(own.map(({ heading }) => heading))
  const extra = Object.entries(table.columns).flatMap(([name, column]): WrittenColumn[] => {
    if (!name.startsWith(EXTRA)) return []
    const heading = ownHeading(name.slice(EXTRA.length), taken)
    const field: Field = {
      name: EXTRA + heading,
      title: { zh: heading, en: heading },
      headings: [heading],
      type: 'text',
    }
    return [written(field, heading, column)]
  })
  return [...own, ...extra]
}

/** Bytes to collect per piece. */
const PIECE_BYTES = 1 << 22
const COMMA = 0x2c
const LINE_FEED = 0x0a

/**
 * Writes a table as CSV (UTF-8, line feeds) in pieces, so that a million rows are never in one array. Texts and
 * headings that a spreadsheet would run as formulas are guarded; the resource declares that as `guarded`.
 */
export function writeCsv(columns: readonly WrittenColumn[], count: number): Blob {
  const csv = new CsvBytes()
  const parts: BlobPart[] = []
  const line = (write: (column: WrittenColumn) => void) => {
    for (let i = 0; i < columns.length; i++) {
      if (i > 0) csv.byte(COMMA)
      write(columns[i]!)
    }
    csv.byte(LINE_FEED)
    if (csv.length >= PIECE_BYTES) parts.push(csv.take())
  }
  line(({ heading }) => csv.text(heading))
  for (let row = 0; row < count; row++) line(({ write }) => write(row, csv))
  return new Blob([...parts, csv.take()], { type: 'text/csv' })
}

/** Line sources as GeoJSON, with a row's cells as properties of its line. Rows without a line are left out. */
export function writeLines(columns: readonly WrittenColumn[], geometries: readonly (Geometry | null)[]): Blob {
  const features = geometries.flatMap((geometry, row): Feature[] => {
    if (!geometry) return []
    const cells = columns
      .filter(({ field }) => field.name !== 'lon' && field.name !== 'lat')
      .map(({ heading, text }) => [heading, text(row)] as const)
      .filter(([, text]) => text !== '')
    return [{ type: 'Feature', properties: Object.fromEntries(cells), geometry }]
  })
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n')
  return new Blob([`{"type":"FeatureCollection","features":[\n${lines}\n]}\n`], { type: 'application/geo+json' })
}

export interface NewResource {
  readonly role: Role
  readonly path: string
  readonly title: string
  readonly dataClass: DataClass
  /** Its origins: files, or who made it. */
  readonly sources: Sources
  readonly licenses?: ResourceDescriptor['licenses']
  readonly columns: readonly WrittenColumn[]
  /** Values set by hand from now on; absent: unchanged. */
  readonly byHand?: SetByHand
}

/**
 * Properties rewritten with a table, or valid only for the previous one; all other properties of a resource are kept.
 */
const OF_THE_TABLE: readonly string[] = [
  ...['name', 'path', 'title', 'format', 'mediatype', 'encoding', 'schema', 'sources', 'licenses'],
  ...['bytes', 'hash', 'dialect', 'profile', 'type'],
]
const OF_THE_TABLE_HERE: readonly string[] = ['role', 'class', 'crs', 'columns', 'guarded']
const OF_THE_FIELDS: readonly string[] = ['fields', 'missingValues', 'primaryKey', 'foreignKeys', 'uniqueKeys']

/** Properties added by others, including later versions. */
const besides = (said: object | undefined, own: readonly string[]) =>
  Object.fromEntries(Object.entries(said ?? {}).filter(([key]) => !own.includes(key)))

/** A descriptor in which a resource replaces the one with the same path, or is appended. */
export function withResource(descriptor: Descriptor, brought: NewResource): Descriptor {
  const { role, path, title, dataClass, sources, licenses, columns, byHand } = brought
  const isCsv = path.endsWith('.csv')
  const placed = path.endsWith('.geojson') || columns.some(({ field }) => field.name === 'lon')
  const there = descriptor.resources.findIndex((each) => each.path === path)
  const before = descriptor.resources[there]
  const resource: ResourceDescriptor = {
    ...besides(before, OF_THE_TABLE),
    name: path
      .replace(/\.\w+$/, '')
      .toLowerCase()
      .replace(/[^a-z0-9._-]/g, '-'),
    path,
    title,
    format: path.split('.').at(-1)!,
    mediatype: path.endsWith('.geojson') ? 'application/geo+json' : 'text/csv',
    encoding: 'utf-8',
    // With the headings of the file.
    schema: {
      ...besides(before?.schema as object | undefined, OF_THE_FIELDS),
      ...tableSchema(
        columns.map(({ field, heading }) => ({ ...field, headings: [isCsv ? withoutFormula(heading) : heading] })),
      ),
    },
    ...(sources.length > 0 ? { sources } : {}),
    ...(licenses ? { licenses } : {}),
    chentu: {
      ...besides(before?.chentu, byHand ? [...OF_THE_TABLE_HERE, 'byHand'] : OF_THE_TABLE_HERE),
      ...(byHand && byHand.size > 0 ? { byHand: Object.fromEntries(byHand) } : {}),
      role,
      class: dataClass,
      ...(placed ? { crs: 'EPSG:4326' as const } : {}),
      // Field by heading: a column that was not matched at import must not be matched later.
      columns: Object.fromEntries(columns.map(({ field, heading }) => [heading, field.name])),
      ...(isCsv ? { guarded: true as const } : {}),
    },
  }
  const resources =
    there < 0
      ? [...descriptor.resources, resource]
      : descriptor.resources.map((each, i) => (i === there ? resource : each))
  return { ...descriptor, resources }
}

/** A resource after single cells were overwritten; `added` are the new columns, by heading. */
export function withPatchedCells(
  resource: ResourceDescriptor,
  added: ReadonlyMap<string, Field>,
  byHand: SetByHand,
): ResourceDescriptor {
  // Size and hash are those of the previous file.
  const { bytes: _, hash: __, schema, chentu, ...said } = resource
  const { byHand: ___, columns, ...settings } = chentu
  const known = schema as { readonly fields?: readonly object[] } | undefined
  const further = tableSchema([...added].map(([heading, field]) => ({ ...field, headings: [heading] }))).fields
  return {
    ...said,
    encoding: 'utf-8',
    ...(known?.fields ? { schema: { ...known, fields: [...known.fields, ...further] } } : schema ? { schema } : {}),
    chentu: {
      ...settings,
      ...(byHand.size > 0 ? { byHand: Object.fromEntries(byHand) } : {}),
      ...(columns
        ? { columns: { ...columns, ...Object.fromEntries([...added].map(([heading, { name }]) => [heading, name])) } }
        : {}),
    },
  }
}

/** JSON that diffs well: indented by two spaces, with a line feed at the end. */
export const jsonText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
