import type { OfficialLines } from '@/domain/bulletin/official'
import type { BulletinPart } from '@/domain/bulletin/template'
import { MARK } from '@/domain/dustfall/figure-marks'
import { tenth } from '@/domain/dustfall/rounding'
import type { SceneName } from '@/io/package/descriptor'
import type { DeckLook } from './slides/deck-look'

/** `fourth`: to four places, as it was measured; `number`: as it is. */
export type CellFormat = 'text' | 'whole' | 'tenth' | 'fourth' | 'number'
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
  readonly formats: readonly CellFormat[]
  readonly rows: PaperCells<PaperCell>
  /** Figures that are printed another way than their column, as they are then; '' for the others. */
  readonly texts?: PaperCells<string>
  /** Rows that are over the limit. */
  readonly over: readonly boolean[]
  /** Single cells that are over the limit, where not all of a row are. */
  readonly overCells?: PaperCells<boolean>
  /** What ※ behind a figure says, a line; '' where none stands there. */
  readonly notes?: PaperCells<string>
  /** Colour of a cell's class, `#rrggbb`. */
  readonly fills?: PaperCells<string | null>
  /** Shares of the width, where they don't follow from what stands in the columns. */
  readonly widths?: readonly number[]
  /** A last row that sums up; no row of the table itself. */
  readonly total?: readonly PaperCell[]
  /** A remark on each row, for who reads rows alone; '' for none. */
  readonly remarks?: readonly string[]
  /** What its figures stand on, a line each below the table. */
  readonly lines?: readonly string[]
  /** Each row is read against all others, as places are: it stands on one page wherever a page holds it. */
  readonly isReadWhole?: boolean
  /** A long list in smaller letters, so that more of it stands on a page. */
  readonly isSmall?: boolean
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
  readonly view?: PaperView
}

/** The map of a pinned view, and what stands beside it. */
export interface PaperView {
  /** As a slide and a screen have room for. */
  readonly wide: PaperPicture
  /** The same as a phone has room for. */
  readonly narrow: PaperPicture
  /** Figures that sum it up. */
  readonly facts: readonly string[]
  /** What its signs are, in groups that have a name or '': a PNG of each, four wide by three high. */
  readonly legend: readonly {
    readonly name: string
    readonly entries: readonly { readonly text: string; readonly sample: Uint8Array<ArrayBuffer> }[]
  }[]
  /** Its day, and where its data is from. */
  readonly source: string
}

export interface PaperPicture {
  /** A PNG, where `format` says nothing else. */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly format?: 'jpg'
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
  /** What ※ at a value says, a line; '' where none stands there. */
  readonly notes?: readonly string[]
}

/** A chart by what it says, not by how it is drawn: slides have their own charts, a page has its drawings. */
export interface PaperChart {
  /**
   * `bars`: one figure of each; `pairs`: two of each; `lines`: figures over months; `ranks`: places over months, 1 above;
   * `stacked`: counts of each, end to end.
   */
  readonly type: 'bars' | 'pairs' | 'lines' | 'ranks' | 'stacked'
  readonly unit: string
  /** Of what is no month, the first rows of the scene's last table with a row for each. */
  readonly categories: readonly string[]
  readonly series: readonly PaperSeries[]
  /** Categories over the limit, where it is about one month. */
  readonly over: readonly boolean[]
  readonly limit: ChartLimit | null
}

/** What the figures of a chart are judged by. */
export interface ChartLimit {
  /** 限值 7, or each limit with what it is of. */
  readonly said: string
  /** A dashed line for each limit, over the categories that are judged by it: null at the others. */
  readonly lines: readonly Pick<PaperSeries, 'name' | 'values'>[]
}

/** What a category of a chart is judged by; null where it has no limit. */
export const limitAt = ({ limit }: PaperChart, category: number): number | null =>
  limit?.lines.map(({ values }) => values[category] ?? null).find((value) => value !== null) ?? null

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
  /** The warnings of the month, and how they were responded to; without rows where there was none. */
  readonly warnings: PaperTable
  /** The cases of the month by county; without rows where there were none. */
  readonly cases: PaperTable
  readonly words: {
    readonly limit: string
    readonly unit: string
    /** The unit as a line of its own says it, and the heading of a column of units. */
    readonly unitIs: string
    readonly unitHeading: string
    readonly over: string
    readonly within: string
    readonly month: string
    readonly data: string
    readonly remark: string
    /** Heads what ※ says where it stands on a page of its own. */
    readonly figureNotes: string
    /** What leads back to the list of all scenes. */
    readonly contents: string
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
  /** The box about the counties and their names, some of which stand outside of all. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** Height of a letter that the labels were placed with. */
  readonly letter: number
  readonly counties: readonly { readonly path: string; readonly colour: string; readonly over: boolean }[]
  readonly labels: readonly PaperLabel[]
  /** What ※ behind its figures says, a line for each. */
  readonly notes: readonly string[]
  /** Classes from the lowest: what stands beside the colour. */
  readonly legend: readonly { readonly colour: string; readonly text: string; readonly over: boolean }[]
}

/** A name on a drawing, its lines about its middle; where it stands beside its county, from there to it. */
export interface PaperLabel {
  readonly x: number
  readonly y: number
  readonly lines: readonly string[]
  readonly leader: readonly [fromX: number, fromY: number, toX: number, toY: number] | null
}

/** The darkest class: letters on it are white. */
const DARK_FILL = '#B4512A'

/** Whether letters on a class's colour are white. */
export const isDark = (fill: string | null | undefined): boolean => fill === DARK_FILL

/** What ※ in some rows of a table says, each line once. */
export const notesIn = ({ notes = [] }: PaperTable, from = 0, to = notes.length): string[] => [
  ...new Set(notes.slice(from, to).flat().filter(Boolean)),
]

/** The lines below some rows of a table: what its figures stand on, and what ※ in them says. */
export const linesBelow = (table: PaperTable, from?: number, to?: number): string[] => [
  ...(table.lines ?? []),
  ...notesIn(table, from, to),
]

/** The tables that a bulletin can name. */
export const bulletinTables = ({
  ranking,
  derivation,
  warnings,
  cases,
}: MeetingPapers): Readonly<Record<string, PaperTable>> => ({
  排名表: ranking,
  点位表: derivation,
  预警表: warnings,
  处置表: cases,
})

/** The cells of a table as they are printed; a dash for what is not known, ※ behind what has a note. */
export const printedRows = ({ rows, formats, texts, notes }: PaperTable): string[][] =>
  rows.map((row, i) =>
    row.map((value, j) => (texts?.[i]?.[j] || printedCell(value, formats[j]!)) + (notes?.[i]?.[j] ? MARK : '')),
  )

/** The row that sums up, as it is printed; nothing where a cell has none. */
export const printedTotal = ({ total, formats }: PaperTable): string[] | null =>
  total?.map((value, i) => (value === null ? '' : printedCell(value, formats[i]!))) ?? null

/** Whether a cell is over the limit: by itself where that is known, else with its row. */
export const isOver = ({ over, overCells }: PaperTable, row: number, column: number): boolean =>
  (overCells ? overCells[row]?.[column] : over[row]) === true

function printedCell(value: PaperCell, format: CellFormat): string {
  if (value === null) return '—'
  if (typeof value === 'string') return value
  if (format === 'fourth') return value.toFixed(4)
  return format === 'tenth' ? tenth(value) : String(value)
}
