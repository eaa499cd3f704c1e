import type { OfficialLines } from '@/domain/bulletin/official'
import type { BulletinPart } from '@/domain/bulletin/template'
import { tenth } from '@/domain/dustfall/rounding'

/** `fourth`: to four places, as it was measured. */
export type PaperFormat = 'text' | 'whole' | 'tenth' | 'fourth'

/** A table as it is printed. */
export interface PaperTable {
  readonly title: string
  readonly headings: readonly string[]
  /** How the figures of each column are printed. */
  readonly formats: readonly PaperFormat[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** Rows that are over the limit. */
  readonly over: readonly boolean[]
}

/** What leaves the meeting, in the office's language: every figure is the one that stands on the wall. */
export interface MeetingPapers {
  readonly title: string
  readonly month: string
  /** Class of the data, and the day on which the rules were evaluated. */
  readonly note: string
  /** The bulletin. */
  readonly parts: readonly BulletinPart[]
  /** What its fields stand for, by name. */
  readonly fields: Readonly<Record<string, string>>
  /** What stands around its text. */
  readonly official: OfficialLines
  /** Who it is of, where no office signs: the city. */
  readonly author: string
  /** Figures that sum the month up. */
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly ranking: PaperTable
  readonly year: PaperTable
  readonly movers: PaperTable
  readonly tasks: PaperTable
  readonly derivation: PaperTable
  readonly dustfallLimit: number
  readonly words: {
    readonly limit: string
    readonly value: string
    readonly unit: string
    readonly map: string
    /** The unit as a line of its own above a table. */
    readonly unitIs: string
    /** What ※ says. */
    readonly marked: string
    readonly annexNote: string
    readonly annex: string
    readonly page: readonly [before: string, after: string]
  }
  /** Months of the year's lines, and the figures of each county. */
  readonly months: readonly string[]
  readonly lines: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  /** Counties as a drawing: path, colour and name of each. */
  readonly map: {
    readonly width: number
    readonly height: number
    readonly counties: readonly { readonly path: string; readonly colour: string; readonly over: boolean }[]
    readonly labels: readonly { readonly x: number; readonly y: number; readonly lines: readonly string[] }[]
  }
}

/** The tables that a bulletin can name. */
export const bulletinTables = ({ ranking, derivation }: MeetingPapers): Readonly<Record<string, PaperTable>> => ({
  排名表: ranking,
  点位表: derivation,
})

/** The cells of a table as they are printed; a dash for what is not known. */
export const printedRows = ({ rows, formats }: PaperTable): string[][] =>
  rows.map((row) => row.map((value, i) => printed(value, formats[i]!)))

function printed(value: string | number | null, format: PaperFormat): string {
  if (value === null) return '—'
  if (typeof value === 'string') return value
  if (format === 'fourth') return value.toFixed(4)
  return format === 'tenth' ? tenth(value) : String(value)
}
