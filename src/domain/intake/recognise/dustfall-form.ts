import type { Month } from '@/domain/calendar'
import { DUSTFALL_SAMPLE_FIELDS, SAMPLED_POINT_FIELDS } from '@/domain/sources/kinds/regional'
import { parseNumber, plainText } from '@/domain/sources/reading/cell'
import { isLabel, isMean, isOtherFigure } from './figure-words'
import { bareHeading, headingParts } from './header'
import { monthColumns } from './month-columns'
import { monthAround, monthOfHeading, UNDATED, type YearOfMonths, yearAround } from './month-words'

/** The unit of a column: a point, a county, or a point within a county. */
export interface ColumnUnit {
  readonly county: string
  readonly point: string
}

/** Layout of a dustfall table: one value per row, one column per month, or one column per point or county. */
export type DustfallForm =
  | { readonly form: 'long' }
  /**
   * A month for each value column; `unit` is the column with the county or point of a row. If the table states no year,
   * months are in the year {@link UNDATED}.
   */
  | {
      readonly form: 'months'
      readonly unit: number
      readonly months: ReadonlyMap<number, Month>
      /** The headings of the months. */
      readonly headings: readonly string[]
      /** Months that several columns have, so that a person has to say which one is dustfall; absent if none. */
      readonly contested?: readonly Month[]
    }
  /** A point or county for each value column; each row is a county or a month, given by the corresponding column. */
  | {
      readonly form: 'points'
      readonly county: number | null
      readonly monthColumn: number | null
      readonly points: ReadonlyMap<number, ColumnUnit>
      readonly month: Month | null
    }

/** Tests for the names of the package's counties and points. */
export interface UnitTests {
  readonly isCounty: (text: string) => boolean
  readonly isPoint: (text: string) => boolean
}

const MIN_COLUMNS = 2
const SAMPLE = 100
/** Headings that mention points without being points, or that are computed values. */
const isNoPoint = (heading: string) => isOtherFigure(heading) || isMean(heading) || isLabel(heading)
const POINT_HEADING = /^(?:点\d|\d{1,3}(?:#|号点?|$)|#\d)|(?:监测点|点位|采样点|测点|站点?|点)\d{0,3}$/

const headingsOf = (...names: string[]) =>
  new Set(
    [...DUSTFALL_SAMPLE_FIELDS, ...SAMPLED_POINT_FIELDS]
      .filter(({ name }) => names.includes(name))
      .flatMap(({ headings }) => headings.map(bareHeading)),
  )
const POINT_HEADINGS = headingsOf('point', 'name')
const VALUE_HEADINGS = headingsOf('given', 'dishGrams', 'dustedGrams')

const lastPart = (heading: string) => headingParts(heading).at(-1)!

/**
 * Recognises the layout of a dustfall table by headings and cells. `year` is the year of months whose heading has none,
 * if the user gave it; by default it is taken from the text around the table.
 */
export function dustfallForm(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  context: string,
  units: UnitTests,
  year: YearOfMonths = yearAround([context]),
): DustfallForm {
  const sample = rows.slice(0, SAMPLE)
  const share = (column: number, test: (cell: string) => boolean) => {
    const cells = sample.map((row) => plainText(row[column] ?? '')).filter((cell) => cell !== '')
    return cells.length === 0 ? 0 : cells.filter(test).length / cells.length
  }
  const { months, contested } = monthColumns(names, year ?? UNDATED)
  const columns = names.map((_, column) => column).filter((column) => !months.has(column))
  const pointColumn = columns.find((column) => POINT_HEADINGS.has(bareHeading(lastPart(names[column]!)))) ?? null
  const isUnit = (cell: string) => units.isCounty(cell) || units.isPoint(cell)
  const unit = pointColumn ?? columns.find((column) => share(column, isUnit) > 0.5) ?? null
  if (months.size >= MIN_COLUMNS && unit !== null) {
    const headings = [...months.keys()].map((column) => names[column]!)
    return { form: 'months', unit, months, headings, ...(contested.length > 0 ? { contested } : {}) }
  }
  if (pointColumn !== null || names.some((name) => VALUE_HEADINGS.has(bareHeading(name)))) return { form: 'long' }

  const monthColumn = columns.find((column) => share(column, (cell) => isMonthCell(cell, year)) > 0.5) ?? null
  const county = columns.find((column) => share(column, units.isCounty) > 0.5) ?? null
  const points = new Map<number, ColumnUnit>()
  for (const column of columns) {
    const name = names[column]!
    if (column === county || column === monthColumn || name === '' || isNoPoint(name)) continue
    const unitOf = columnUnit(name, units)
    // A point may be out of order for half of the rows.
    if (unitOf && share(column, (cell) => parseNumber(cell) !== null) > 0.3) points.set(column, unitOf)
  }
  if (points.size < MIN_COLUMNS || (county === null && monthColumn === null)) return { form: 'long' }
  return { form: 'points', county, monthColumn, points, month: monthAround(context) }
}

const isMonthCell = (cell: string, year: YearOfMonths) =>
  parseNumber(cell) === null && monthOfHeading(cell, year ?? UNDATED) !== null

/** Unit in the heading of a value column: a county, a point, or a point below a county's heading; null if neither. */
function columnUnit(name: string, { isCounty, isPoint }: UnitTests): ColumnUnit | null {
  const parts = headingParts(name).map((part) => part.trim())
  const [group, last] = [parts[0]!, parts.at(-1)!]
  if (parts.length > 1 && isCounty(group) && !isCounty(last)) return { county: group, point: last }
  if (isCounty(last)) return { county: last, point: '' }
  return isPoint(last) || POINT_HEADING.test(plainText(last)) ? { county: '', point: last } : null
}

/** One value of a wide table as a row of a long one, with its column. */
export interface LongRow {
  /** As named by the row or the heading; '' if not named. */
  readonly county: string
  readonly point: string
  readonly month: string
  readonly value: string
  readonly column: number
}

/**
 * Values of one row of a wide table. Empty cells are left out, except those of months in the columns `filled`, which
 * other rows have.
 */
export function unpivot(
  cells: readonly string[],
  form: Exclude<DustfallForm, { form: 'long' }>,
  filled: ReadonlySet<number> = new Set(),
): LongRow[] {
  const cell = (column: number | null) => (column === null ? '' : (cells[column] ?? '').trim())
  const rows: LongRow[] = []
  const add = (column: number, row: Omit<LongRow, 'value' | 'column'>) => {
    const value = cell(column)
    if (plainText(value) !== '' || (form.form === 'months' && filled.has(column))) rows.push({ ...row, value, column })
  }
  if (form.form === 'months')
    for (const [column, month] of form.months) add(column, { county: '', point: cell(form.unit), month })
  else
    for (const [column, { county, point }] of form.points)
      add(column, { county: county || cell(form.county), point, month: cell(form.monthColumn) || (form.month ?? '') })
  return rows
}
