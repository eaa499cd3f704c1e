import { formatDay } from '@/domain/calendar'
import type { IntakePlan } from '@/domain/intake/recognise/plan'
import { ORIGINAL } from '@/domain/intake/recognise/vocabulary'
import { isAbsentMark, isYearlessDay, plainText, yearlessDay } from '@/domain/sources/reading/cell'
import { EXTRA } from '@/domain/sources/reading/read-table'
import { absentText } from '@/domain/table/build-column'
import { type Column, isEmpty, type Table } from '@/domain/table/column'
import type { CurrentRow } from './current-row'
import { isKeptText, type KeptColumn, keptColumns } from './kept-columns'

/** The only day that some years have and others lack, as a cell. */
const leapDay = (year: number) => `${year}-02-29`

/**
 * Keeps the text of days and counties that the file writes in a way that can't be taken as it is, and the percentages
 * that are read as yes or no.
 */
export class OriginalTexts {
  readonly columns: readonly KeptColumn[]
  private slots: ReadonlyMap<string, number> = new Map()

  constructor(private readonly plan: IntakePlan) {
    this.columns = keptColumns(plan.target, plan.columns, plan.flags.percent)
  }

  /** Says where the texts go: the slot of each heading. */
  use(slots: ReadonlyMap<string, number>): void {
    this.slots = slots
  }

  /** Adds the year that a person gave for a column to its days without one. */
  addYears(hand: CurrentRow): void {
    for (const { field, heading, isDay } of this.columns) {
      const year = this.plan.years.get(field)
      const cell = hand.get(field)
      if (!isDay || year === undefined || !isYearlessDay(cell)) continue
      const day = yearlessDay(cell, year)
      if (day === null) {
        // In a year that has none, 29 February is reported as that day of that year.
        hand.set(field, leapDay(year))
        continue
      }
      hand.set(field, formatDay(day))
      this.keep(hand, heading, cell)
      // A spreadsheet shows a number 3.10 as 3.1.
      const text = plainText(cell)
      const mayBeTen = /\.[123]$/.test(text) && yearlessDay(`${text}0`, year) !== null
      const told = mayBeTen
        ? ({ code: 'day-or-ten', action: 'assumed' } as const)
        : ({ code: 'year-added', action: 'converted' } as const)
      hand.note({ ...told, seen: cell, became: formatDay(day) }, hand.heading(field))
    }
  }

  /** Keeps the texts of a taken row that its columns can't hold; `cells` are those of the file. */
  note(hand: CurrentRow, cells: readonly string[], findCounty: (text: string) => string | null): void {
    for (const kept of this.columns) {
      const text = (cells[kept.from] ?? '').trim()
      if (text === '') continue
      // A day without a year is read with the year that a person gave.
      const read = kept.isDay ? hand.get(kept.field) : text
      if (isKeptText(kept, read, findCounty) && !isAbsentMark(text)) this.keep(hand, kept.heading, text)
    }
  }

  private keep(hand: CurrentRow, heading: string, text: string): void {
    const slot = this.slots.get(heading)
    if (slot !== undefined) hand.cells[slot] = text
  }

  /** The table without columns in which nothing was kept. */
  withoutEmpty(table: Table): Table {
    const isKept = ([name, column]: [string, Column]) =>
      !(name.startsWith(EXTRA) && name.endsWith(ORIGINAL) && isEmpty(column))
    return { ...table, columns: Object.fromEntries(Object.entries(table.columns).filter(isKept)) }
  }
}

/**
 * A file's table with the columns of original texts that an earlier one has for columns of the file, blank: what it
 * says of a day or county replaces what an earlier file said. Texts for columns that the file lacks stay.
 */
export function withOriginalColumns(table: Table, before: Table, plan: IntakePlan): Table {
  const missing = keptColumns(plan.target, plan.columns, plan.flags.percent)
    .map(({ heading }) => EXTRA + heading)
    .filter((name) => name in before.columns && !(name in table.columns))
  if (missing.length === 0) return table
  const blank = Object.fromEntries(missing.map((name) => [name, absentText(table.length)]))
  return { ...table, columns: { ...table.columns, ...blank } }
}
