import type { Feature } from 'geojson'
import type { CellValue } from 'hucre/xlsx'
import Papa from 'papaparse'
import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import { toZone } from '@/domain/geodesy/zone-grid'
import { printable } from '@/io/papers/printable'
import { sheetName } from '@/io/papers/sheet-name'
import type { ExportCrs, ExportFormat } from './export-format'
import { FORMULA } from './formula'

/** A cell of an export; days are ISO text. */
export type ExportValue = string | number | null

/** Headings and rows, with the positions (WGS-84) separate. */
export interface ExportTable {
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly ExportValue[])[]
  /**
   * Indexes of day columns: in a workbook they become real dates, which a spreadsheet can filter and calculate with.
   */
  readonly days?: readonly number[]
  readonly positions: readonly (readonly [lon: number, lat: number] | null)[]
  /** Headings of the two coordinates. */
  readonly place: readonly [string, string]
  /** First sheet of a workbook: the package, day and filters of the rows. */
  readonly about?: { readonly title: string; readonly lines: readonly (readonly [string, string])[] }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAY_FORMAT = 'yyyy-mm-dd'
/** Excel treats 1900 as a leap year: only from this day on are serial day numbers the same everywhere. */
const FIRST_DAY = '1900-03-01'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Without this mark Excel reads a CSV as GB18030. */
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

/** Converts a day to a date; text that is not a day Excel supports stays unchanged. */
const dated = (value: CellValue): CellValue =>
  typeof value === 'string' && DAY.test(value) && value >= FIRST_DAY ? new Date(value) : value

/**
 * Writes a table as a file that opens correctly in Excel and WPS, or as GeoJSON (RFC 7946, hence always WGS-84). No
 * cell can run as a formula.
 */
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

/** Unique property keys from headings: repeated headings are numbered, so that no column overwrites another. */
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
