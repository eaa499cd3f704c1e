import type { Month } from '@/domain/calendar'
import { STATED_FIELDS } from '@/domain/sources/kinds/published'
import { commonForms } from '@/domain/sources/reading/cell'
import type { DustfallForm } from './dustfall-form'
import { bareHeading, headingParts } from './header'
import { bareForms } from './vocabulary'

/** A column of a table with a column per month whose figures are derived from those of one month: 同比, 去年同期. */
export interface StatedColumn {
  /** A field of {@link STATED_FIELDS}. */
  readonly field: string
  /** The column of the month. */
  readonly of: number
}

/** By column. */
export type StatedColumns = ReadonlyMap<number, StatedColumn>

/** A rank in such a table may as well be that of all its months. */
const FIELDS = STATED_FIELDS.filter(({ name }) => name !== 'rank').map(({ name, headings }) => ({
  name,
  headings: headings.map(bareHeading),
}))

/** The month of a figure, in its heading or in the heading above it. */
const OWN_MONTH = /^(?:(去年|上年)|((?:19|20)\d{2})年)?(1[0-2]|0?[1-9])月份?/

/** What a heading says: the derived figure, and of which month, if it names one. */
interface Said {
  readonly field: string
  readonly number: number | null
  readonly year: string | null
}

function saidBy(heading: string): Said | null {
  // Repeated headings are numbered.
  const parts = headingParts(heading.replace(/ \d+$/, '')).map((part) => commonForms(part).trim())
  const own = parts.map((part) => OWN_MONTH.exec(part)).find((match) => match !== null) ?? null
  const texts = parts.flatMap((part) => [...bareForms(part), bareHeading(part.replace(OWN_MONTH, ''))])
  const field = FIELDS.find(({ headings }) => texts.some((text) => text !== '' && headings.includes(text)))
  if (!field) return null
  return { field: field.name, number: own ? Number(own[3]) : null, year: own?.[2] ?? null }
}

/**
 * The columns with figures derived from those of a month, in a table with a column per month: of the month that their
 * heading names, else of the latest month directly before them. `filled` are the columns with any cells. A figure behind
 * a column of other figures (累计均值) is of none of the months.
 */
export function statedColumns(
  names: readonly string[],
  form: DustfallForm,
  filled: ReadonlySet<number>,
): StatedColumns {
  const found = new Map<number, StatedColumn>()
  if (form.form !== 'months') return found
  const taken = new Set<string>()
  // The latest month of the columns just before, while nothing but derived figures has followed.
  let before: number | null = null
  let isInMonths = false
  names.forEach((name, column) => {
    const month = form.months.get(column)
    if (month !== undefined) {
      const isLater = before === null || !isInMonths || month > form.months.get(before)!
      if (isLater && filled.has(column)) before = column
      isInMonths = true
      return
    }
    isInMonths = false
    const said = saidBy(name)
    if (said === null) {
      if (name !== '') before = null
      return
    }
    const of = said.number === null ? before : columnOfMonth(form.months, said.number, said.year)
    const key = `${of} ${said.field}`
    if (of === null || taken.has(key)) return
    taken.add(key)
    found.set(column, { field: said.field, of })
  })
  return found
}

/** The column of a month by its number; without a year, of the latest such month. */
function columnOfMonth(months: ReadonlyMap<number, Month>, number: number, year: string | null): number | null {
  const fitting = [...months]
    .filter(([, month]) => Number(month.slice(5)) === number && (year === null || month.startsWith(year)))
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
  return fitting.at(-1)?.[0] ?? null
}
