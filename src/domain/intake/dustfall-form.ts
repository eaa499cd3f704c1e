import type { Month } from '@/domain/calendar'
import { commonForms, parseMonthCell, parseNumber, plainText } from '@/domain/sources/cell'
import { bareHeading } from './header'

/** How a table of dustfall lies: one value a row, one column a month, or one column a point. */
export type DustfallForm =
  | { readonly form: 'long' }
  /** A month for each value column. */
  | { readonly form: 'months'; readonly unit: number; readonly months: ReadonlyMap<number, Month> }
  /** A point for each value column, all of one month. */
  | {
      readonly form: 'points'
      readonly unit: number
      readonly points: ReadonlyMap<number, string>
      readonly month: Month | null
    }

const LEAST_MONTHS = 2
const DERIVED = /平均|均值|合计|排名|名次|同比|环比|累计|超标|最大|最小|达标|备注|序号|限值|标准|比上/

/** The year that a text speaks of, or null. */
function yearIn(text: string): string | null {
  return /((?:19|20)\d{2})\s*年?/.exec(commonForms(text))?.[1] ?? null
}

/** A month that a text speaks of: `2022年10月份降尘监测结果`, `降尘202210`. */
export function monthIn(text: string): Month | null {
  const match =
    /((?:19|20)\d{2})\s*(?:年|[-/.])\s*(\d{1,2})\s*月?/.exec(commonForms(text)) ??
    /((?:19|20)\d{2})(0[1-9]|1[0-2])(?!\d)/.exec(text)
  return match ? parseMonthCell(`${match[1]}-${match[2]}`) : null
}

/** The month that a heading names; one without a year takes it from the text about the table. */
export function monthOfHeading(heading: string, year: string | null): Month | null {
  const parts = heading.split('/')
  const own = parseMonthCell(parts.at(-1)!) ?? (DERIVED.test(heading) ? null : monthIn(heading))
  if (own !== null) return own
  const bare = /^(\d{1,2})月(?:份)?(?:降尘量?|均值)?$/.exec(bareHeading(parts.at(-1)!))
  const withYear = yearIn(parts[0]!) ?? year
  return bare && withYear ? parseMonthCell(`${withYear}-${bare[1]}`) : null
}

/**
 * Tells the form of a table of dustfall by its headings. `isUnit` tells whether a cell names a county or a point.
 * A table with a month column is long.
 */
export function dustfallForm(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  context: string,
  isUnit: (cell: string) => boolean,
): DustfallForm {
  const year = yearIn(context)
  const months = new Map<number, Month>()
  names.forEach((name, column) => {
    const month = name === '' ? null : monthOfHeading(name, year)
    if (month !== null) months.set(column, month)
  })
  const sample = rows.slice(0, 100)
  const share = (column: number, test: (cell: string) => boolean) => {
    const cells = sample.map((row) => plainText(row[column] ?? '')).filter((cell) => cell !== '')
    return cells.length === 0 ? 0 : cells.filter(test).length / cells.length
  }
  const unit = names.findIndex((_, column) => !months.has(column) && share(column, isUnit) > 0.5)
  if (unit < 0) return { form: 'long' }
  if (months.size >= LEAST_MONTHS) return { form: 'months', unit, months }
  const points = new Map<number, string>()
  names.forEach((name, column) => {
    if (column === unit || name === '' || DERIVED.test(name) || monthOfHeading(name, year) !== null) return
    if (!/点|#|号|^\d+$/.test(plainText(name))) return
    // A point may be broken for half of the rows.
    if (share(column, (cell) => parseNumber(cell) !== null) > 0.3) points.set(column, name.split('/').at(-1)!)
  })
  return points.size >= LEAST_MONTHS ? { form: 'points', unit, points, month: monthIn(context) } : { form: 'long' }
}

/** One value of a wide table, as a row of a long one, with the place it came from. */
export interface LongRow {
  readonly unit: string
  /** The point's heading in a matrix, else ''. */
  readonly point: string
  readonly month: string
  readonly value: string
  readonly column: number
}

/** The values of one row of a wide table. Cells that are empty give none. */
export function unpivot(cells: readonly string[], form: Exclude<DustfallForm, { form: 'long' }>): LongRow[] {
  const unit = (cells[form.unit] ?? '').trim()
  const columns = form.form === 'months' ? form.months : form.points
  return [...columns].flatMap(([column, heading]) => {
    const value = (cells[column] ?? '').trim()
    if (value === '') return []
    return [
      form.form === 'months'
        ? { unit, point: '', month: heading, value, column }
        : { unit, point: heading, month: form.month ?? '', value, column },
    ]
  })
}
