import type { Feature } from 'geojson'
import type { CellValue } from 'hucre/xlsx'
import Papa from 'papaparse'
import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import { toZone } from '@/domain/geodesy/zone-grid'
import { printable } from '@/io/papers/printable'
import { sheetName } from '@/io/papers/sheet-name'
import type { ExportCrs, ExportFormat } from './export-format'
import { FORMULA } from './formula'

/** One value of an export; a day is its ISO text. */
export type ExportValue = string | number | null

/** Rows under headings, with their positions in WGS-84 aside. */
export interface ExportTable {
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly ExportValue[])[]
  /** Columns whose cells are days: a workbook has them as dates, which a spreadsheet filters by and counts with. */
  readonly days?: readonly number[]
  readonly positions: readonly (readonly [lon: number, lat: number] | null)[]
  /** Headings of the two coordinates. */
  readonly place: readonly [string, string]
  /** What a workbook says on its first sheet: of which package, day and filters the rows are. */
  readonly about?: { readonly title: string; readonly lines: readonly (readonly [string, string])[] }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAY_FORMAT = 'yyyy-mm-dd'
/** Excel takes 1900 for a leap year: only from here on is the number of a day the same everywhere. */
const FIRST_DAY = '1900-03-01'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Excel takes a CSV for GB18030 unless it begins so. */
const BYTE_ORDER_MARK = '\ufeff'

function placeIn(crs: ExportCrs, at: readonly [number, number]): [number, number] {
  if (typeof crs === 'object') return toZone(crs, at).map((metres) => Number(metres.toFixed(3))) as [number, number]
  return fromWgs84(crs, at).map((degrees) => Number(degrees.toFixed(8))) as [number, number]
}

function withPlaces({ headings, rows, positions, place }: ExportTable, crs: ExportCrs) {
  if (positions.every((at) => at === null)) return { headings: [...headings], rows: rows.map((row) => [...row]) }
  return {
    headings: [...headings, ...place],
    rows: rows.map((row, i) => [...row, ...(positions[i] ? placeIn(crs, positions[i]) : [null, null])]),
  }
}

/** A cell of a column of days as a date; what is no day that Excel knows stays as it is. */
const dated = (value: CellValue): CellValue =>
  typeof value === 'string' && DAY.test(value) && value >= FIRST_DAY ? new Date(value) : value

/** A table as a file that opens right in Excel and WPS, or as GeoJSON (RFC 7946, so always WGS-84). No cell of it can run as a formula. */
export async function exportTable(given: ExportTable, format: ExportFormat, crs: ExportCrs): Promise<Blob> {
  const table = printable(given)
  if (format === 'geojson') return geojson(table)
  const { headings, rows } = withPlaces(table, crs)
  if (format === 'csv') {
    const text = Papa.unparse([headings, ...rows], { newline: '\r\n', escapeFormulae: FORMULA })
    return new Blob([BYTE_ORDER_MARK, text, '\r\n'], { type: 'text/csv' })
  }
  const { writeXlsx } = await import('hucre/xlsx')
  const days = new Set(table.days)
  const taken = new Set<string>()
  const bytes = await writeXlsx({
    sheets: [
      ...(table.about
        ? [
            {
              name: sheetName(table.about.title, taken),
              columns: [{ width: 18 }, { width: 80 }],
              rows: table.about.lines.map((line) => [...line]),
            },
          ]
        : []),
      {
        name: sheetName(table.title, taken),
        columns: headings.map((_, column) => ({ width: 16, ...(days.has(column) ? { numFmt: DAY_FORMAT } : {}) })),
        rows: [headings, ...rows.map((row) => row.map((value, column) => (days.has(column) ? dated(value) : value)))],
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${letters(headings.length)}${rows.length + 1}` },
      },
    ],
  })
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX })
}

/** Name of the `count`-th column: A … Z, AA … */
export function letters(count: number): string {
  return count <= 0 ? '' : letters(Math.floor((count - 1) / 26)) + String.fromCharCode(65 + ((count - 1) % 26))
}

/** Headings as keys, each only once: one that comes again is numbered, so that no column takes another's place. */
function asKeys(headings: readonly string[]): string[] {
  const taken = new Set<string>()
  const all = new Set(headings)
  return headings.map((heading) => {
    let key = heading
    for (let n = 2; taken.has(key) || (key !== heading && all.has(key)); n++) key = `${heading} (${n})`
    taken.add(key)
    return key
  })
}

function geojson({ headings, rows, positions }: ExportTable): Blob {
  const keys = asKeys(headings)
  const features = rows.map((row, i): Feature => {
    const at = positions[i]
    const cells = keys.map((key, column) => [key, row[column] ?? null] as const)
    return {
      type: 'Feature',
      properties: Object.fromEntries(cells.filter(([, value]) => value !== null && value !== '')),
      geometry: (at ? { type: 'Point', coordinates: [...at] } : null) as Feature['geometry'],
    }
  })
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n')
  return new Blob([`{"type":"FeatureCollection","features":[\n${lines}\n]}\n`], { type: 'application/geo+json' })
}
