import type { OfficialLines } from '@/domain/bulletin/official'
import type { BulletinPart } from '@/domain/bulletin/template'
import { tenth } from '@/domain/dustfall/rounding'
import type { SceneName } from '@/io/package/descriptor'
import type { DeckLook } from './slides/deck-look'

/** `fourth`: to four places, as it was measured; `number`: as it is. */
export type PaperFormat = 'text' | 'whole' | 'tenth' | 'fourth' | 'number'
export type PaperCell = string | number | null
/** Something about each cell: row by row, as the rows are. */
export type PaperCells<T> = readonly (readonly T[])[]

/** A table as it is printed. */
export interface PaperTable {
  readonly title: string
  /** The unit of its figures as a line says it; absent where they have none in common. */
  readonly unit?: string
  readonly headings: readonly string[]
  /** How the figures of each column are printed. */
  readonly formats: readonly PaperFormat[]
  readonly rows: PaperCells<PaperCell>
  /** Rows that are over the limit. */
  readonly over: readonly boolean[]
  /** Single cells that are over the limit, where not all of a row are. */
  readonly overCells?: PaperCells<boolean>
  /** Published figures that were corrected, or that today's data leads elsewhere: ※ stands behind them. */
  readonly marked?: PaperCells<boolean>
  /** Why a row is marked; '' where it is not. */
  readonly remarks?: readonly string[]
  /** Colour of a cell's class, `#rrggbb`. */
  readonly fills?: PaperCells<string | null>
  /** A last row that sums up; no row of the table itself. */
  readonly total?: readonly PaperCell[]
}

/** A scene of the meeting on paper: what it finds, one chart, and its tables. */
export interface PaperScene {
  readonly scene: SceneName
  readonly title: string
  /** The finding, as a sentence. */
  readonly headline: string
  /** The speaker's, from the agenda. */
  readonly notes: string
  readonly chart: PaperChart | null
  readonly tables: readonly PaperTable[]
  /** A pinned view as it was seen; absent elsewhere. */
  readonly picture?: PaperPicture
}

export interface PaperPicture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** What a series is to the reader: spoken of, the city's mean, one that is compared with, one of the many behind, a standing. */
export type SeriesRole = 'main' | 'city' | 'before' | 'behind' | 'overdue' | 'failing'

export interface PaperSeries {
  readonly name: string
  readonly role: SeriesRole
  /** One for each category; null where there is none. */
  readonly values: readonly (number | null)[]
}

/** A chart by what it says, not by how it is drawn: slides have their own charts, a page has its drawings. */
export interface PaperChart {
  /**
   * `bars`: one figure of each; `pairs`: two of each; `lines`: figures over months; `ranks`: places over months, 1 above;
   * `stacked`: counts of each, end to end.
   */
  readonly type: 'bars' | 'pairs' | 'lines' | 'ranks' | 'stacked'
  readonly unit: string
  readonly categories: readonly string[]
  readonly series: readonly PaperSeries[]
  /** Categories over the limit, where it is about one month. */
  readonly over: readonly boolean[]
  readonly limit: { readonly value: number; readonly name: string } | null
}

/** What leaves the meeting, in the office's language: every figure is the one that stands on the wall. */
export interface MeetingPapers {
  readonly title: string
  readonly month: string
  /** Class of the data, and the day on which the rules were evaluated. */
  readonly note: string
  /** What ※ says: a line for each marked county; empty without one. */
  readonly footnotes: readonly string[]
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
  /** The scenes of the agenda, in its order. */
  readonly scenes: readonly PaperScene[]
  /** Scenes that no paper can show, in words; '' for none. */
  readonly leftOut: string
  readonly ranking: PaperTable
  readonly year: PaperTable
  readonly movers: PaperTable
  readonly targets: PaperTable
  readonly tasks: PaperTable
  readonly derivation: PaperTable
  readonly dustfallLimit: number
  readonly words: {
    readonly limit: string
    readonly value: string
    readonly unit: string
    /** The unit as a line of its own says it, and the heading of a column of units. */
    readonly unitIs: string
    readonly unitHeading: string
    readonly map: string
    /** What ※ says. */
    readonly marked: string
    readonly annexNote: string
    readonly annex: string
    readonly over: string
    readonly within: string
    readonly month: string
    readonly data: string
    readonly remark: string
    readonly notes: string
    readonly page: readonly [before: string, after: string]
  }
  /** Class of the data in words, for a column. */
  readonly dataClass: string
  /** Counties as a drawing: path, colour and name of each. */
  readonly map: PaperMap
  /** What slides look like; null: our own. */
  readonly deckLook: DeckLook | null
}

export interface PaperMap {
  readonly width: number
  readonly height: number
  /** Height of a letter that the labels were placed with. */
  readonly letter: number
  readonly counties: readonly { readonly path: string; readonly colour: string; readonly over: boolean }[]
  readonly labels: readonly { readonly x: number; readonly y: number; readonly lines: readonly string[] }[]
  /** Classes from the lowest: what stands beside the colour. */
  readonly legend: readonly { readonly colour: string; readonly text: string; readonly over: boolean }[]
}

/** Stands behind a figure that was corrected or differs. */
export const MARK = '※'

/** The tables that a bulletin can name. */
export const bulletinTables = ({ ranking, derivation }: MeetingPapers): Readonly<Record<string, PaperTable>> => ({
  排名表: ranking,
  点位表: derivation,
})

/** The cells of a table as they are printed; a dash for what is not known, ※ behind what is marked. */
export const printedRows = ({ rows, formats, marked }: PaperTable): string[][] =>
  rows.map((row, i) => row.map((value, j) => printedCell(value, formats[j]!) + (marked?.[i]?.[j] ? MARK : '')))

/** The row that sums up, as it is printed; nothing where a cell has none. */
export const printedTotal = ({ total, formats }: PaperTable): string[] | null =>
  total?.map((value, i) => (value === null ? '' : printedCell(value, formats[i]!))) ?? null

/** Whether a cell is over the limit: by itself where that is known, else with its row. */
export const isOver = ({ over, overCells }: PaperTable, row: number, column: number): boolean =>
  (overCells ? overCells[row]?.[column] : over[row]) === true

function printedCell(value: PaperCell, format: PaperFormat): string {
  if (value === null) return '—'
  if (typeof value === 'string') return value
  if (format === 'fourth') return value.toFixed(4)
  return format === 'tenth' ? tenth(value) : String(value)
}
