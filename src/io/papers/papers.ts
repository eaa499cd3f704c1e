import type { OfficialLines } from '@/domain/bulletin/official'
import type { BulletinPart } from '@/domain/bulletin/template'
import { countText } from '@/domain/count-text'
import { FOOTNOTE_MARK } from '@/domain/dustfall/figure-marks'
import { tenth } from '@/domain/dustfall/rounding'
import type { SceneName } from '@/io/package/descriptor'
import type { DeckLook } from './slides/deck-look'

/** `fourth`: four decimals, as measured; `number`: unformatted. */
export type CellFormat = 'text' | 'whole' | 'tenth' | 'fourth' | 'number'
export type PaperCell = string | number | null
/** A property of each cell, in the order of the rows. */
export type PaperCells<T> = readonly (readonly T[])[]

/** A table for printing. */
export interface PaperTable {
  readonly title: string
  /** The common unit of its figures as a line of text; absent if they have none. */
  readonly unit?: string
  readonly headings: readonly string[]
  /** Number format of each column. */
  readonly formats: readonly CellFormat[]
  readonly rows: PaperCells<PaperCell>
  /** Shorter rows for slides, which have no room for the others; absent if they have. */
  readonly onSlides?: PaperCells<PaperCell>
  /** Printed text of figures that deviate from their column's format; '' for the others. */
  readonly texts?: PaperCells<string>
  /** Rows that are over the limit. */
  readonly over: readonly boolean[]
  /** Single cells over the limit, if not all cells of a row are. */
  readonly overCells?: PaperCells<boolean>
  /** Explanation of the ※ at a figure, one line; '' if it has none. */
  readonly notes?: PaperCells<string>
  /** Colour of a cell's class, `#rrggbb`. */
  readonly fills?: PaperCells<string | null>
  /** Shares of the width, if they do not follow from the content. */
  readonly widths?: readonly number[]
  /** Total row; not one of `rows`. */
  readonly total?: readonly PaperCell[]
  /** A remark per row, for readers of single rows; '' for none. */
  readonly remarks?: readonly string[]
  /** Notes below the table on the basis of its figures, one line each. */
  readonly lines?: readonly string[]
  /** A long list in smaller type, to fit more on a page. */
  readonly isSmall?: boolean
}

/** A scene of the meeting on paper: headline, one chart, and tables. */
export interface PaperScene {
  readonly scene: SceneName
  readonly title: string
  /** The finding, as a sentence. */
  readonly headline: string
  /** Speaker notes, from the agenda. */
  readonly notes: string
  readonly chart: PaperChart | null
  readonly tables: readonly PaperTable[]
  /** A pinned view as displayed; absent for other scenes. */
  readonly view?: PaperView
}

/** The map of a pinned view, with figures and legend. */
export interface PaperView {
  /** Sized for a slide or a screen. */
  readonly wide: PaperPicture
  /** Sized for a phone. */
  readonly narrow: PaperPicture
  /** Figures that summarise it. */
  readonly facts: readonly string[]
  /** Legend in groups with a name or '': each sign is a PNG with an aspect ratio of 4:3. */
  readonly legend: readonly {
    readonly name: string
    readonly entries: readonly { readonly text: string; readonly sample: Uint8Array<ArrayBuffer> }[]
  }[]
  /** Its day, and the origin of its data. */
  readonly source: string
}

export interface PaperPicture {
  /** PNG unless `format` differs. */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly format?: 'jpg'
  readonly width: number
  readonly height: number
}

/** Role of a series: highlighted, the city's mean, a comparison, background, or a standing. */
export type SeriesRole = 'main' | 'city' | 'before' | 'behind' | 'overdue' | 'failing'

export interface PaperSeries {
  readonly name: string
  readonly role: SeriesRole
  /** One per category; null if there is none. */
  readonly values: readonly (number | null)[]
  /** Explanation of the ※ at a value, one line; '' if none. */
  readonly notes?: readonly string[]
}

/** A chart by its content, not its drawing: slides and pages draw it differently. */
export interface PaperChart {
  /**
   * `bars`: one value per category; `pairs`: two; `lines`: values over months; `ranks`: ranks over months, 1 at the
   * top; `stacked`: counts per category, stacked.
   */
  readonly type: 'bars' | 'pairs' | 'lines' | 'ranks' | 'stacked'
  readonly unit: string
  /** Unless they are months, the first rows of the scene's last table with one row per category. */
  readonly categories: readonly string[]
  readonly series: readonly PaperSeries[]
  /** Categories over the limit, for charts of one month. */
  readonly over: readonly boolean[]
  readonly limit: ChartLimit | null
}

/** The limits applied to a chart's values. */
export interface ChartLimit {
  /** 限值 7, or each limit with what it applies to. */
  readonly said: string
  /** A dashed line per limit, over the categories it applies to; null at the others. */
  readonly lines: readonly Pick<PaperSeries, 'name' | 'values'>[]
}

/** The limit of a category; null if none. */
export const limitAt = ({ limit }: PaperChart, category: number): number | null =>
  limit?.lines.map(({ values }) => values[category] ?? null).find((value) => value !== null) ?? null

/** The content of all papers of a meeting, in the office's language; every figure is the same as on the wall. */
export interface MeetingPapers {
  readonly title: string
  readonly month: string
  /** Class of the data, and the day on which the rules were evaluated. */
  readonly note: string
  /** The same in short, for the foot of each slide. */
  readonly footer: string
  /** The bulletin. */
  readonly parts: readonly BulletinPart[]
  /** Values of the template's fields, by name. */
  readonly fields: Readonly<Record<string, string>>
  /** Official lines around its text. */
  readonly official: OfficialLines
  /** The issuer; if no office signs, the city. */
  readonly author: string
  /** Figures that summarise the month. */
  readonly facts: readonly (readonly [label: string, value: string])[]
  /** The scenes of the agenda in order. */
  readonly scenes: readonly PaperScene[]
  /** Names of the scenes that paper cannot show, as text; '' if none. */
  readonly leftOut: string
  readonly ranking: PaperTable
  readonly year: PaperTable
  readonly movers: PaperTable
  readonly targets: PaperTable
  readonly tasks: PaperTable
  readonly derivation: PaperTable
  /** The month's warnings and the response to them; without rows if there were none. */
  readonly warnings: PaperTable
  /** The month's cases by county; without rows if there were none. */
  readonly cases: PaperTable
  readonly words: {
    readonly limit: string
    readonly unit: string
    /** The unit as a line of its own, and the heading of a column of units. */
    readonly unitIs: string
    readonly unitHeading: string
    readonly over: string
    readonly within: string
    readonly month: string
    readonly data: string
    readonly remark: string
    /** Heading for explanations of ※ on a page of their own. */
    readonly figureNotes: string
    /** Link back to the list of all scenes. */
    readonly contents: string
    readonly page: readonly [before: string, after: string]
  }
  /** Class of the data in words, for a column. */
  readonly dataClass: string
  /** Drawing of the counties: path, colour and name of each. */
  readonly map: PaperMap
  /** Look of slides; null: the app's own. */
  readonly deckLook: DeckLook | null
}

export interface PaperMap {
  readonly width: number
  readonly height: number
  /** Bounding box of the counties and their names, some of which are outside the counties. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** Letter height used for placing the labels. */
  readonly letter: number
  readonly counties: readonly { readonly path: string; readonly colour: string; readonly over: boolean }[]
  readonly labels: readonly PaperLabel[]
  /** Explanations of ※ at its figures, one line each. */
  readonly notes: readonly string[]
  /** Classes from lowest to highest, with the text beside each colour. */
  readonly legend: readonly { readonly colour: string; readonly text: string; readonly over: boolean }[]
}

/**
 * A name on a drawing, its lines centred on x and y; if it is outside its county, `leader` is the line from there to
 * the county.
 */
export interface PaperLabel {
  readonly x: number
  readonly y: number
  readonly lines: readonly string[]
  readonly leader: readonly [fromX: number, fromY: number, toX: number, toY: number] | null
}

/** The darkest class, on which text is white. */
const DARK_FILL = '#B4512A'

/** Whether text on a class colour is white. */
export const isDark = (fill: string | null | undefined): boolean => fill === DARK_FILL

/** Explanations of ※ in some rows of a table, without duplicates. */
export const notesIn = ({ notes = [] }: PaperTable, from = 0, to = notes.length): string[] => [
  ...new Set(notes.slice(from, to).flat().filter(Boolean)),
]

/** Lines below some rows of a table: notes on its figures, and explanations of ※. */
export const linesBelow = (table: PaperTable, from?: number, to?: number): string[] => [
  ...(table.lines ?? []),
  ...notesIn(table, from, to),
]

/** The tables that a bulletin template can name. */
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

/** The printed cells of a table; a dash for unknown values, ※ after figures with a note. */
export const printedRows = ({ rows, formats, texts, notes }: PaperTable): string[][] =>
  rows.map((row, i) =>
    row.map(
      (value, j) => (texts?.[i]?.[j] || printedCell(value, formats[j]!)) + (notes?.[i]?.[j] ? FOOTNOTE_MARK : ''),
    ),
  )

/** The printed total row; empty where a cell has no total. */
export const printedTotal = ({ total, formats }: PaperTable): string[] | null =>
  total?.map((value, i) => (value === null ? '' : printedCell(value, formats[i]!))) ?? null

/** Whether a cell is over the limit: by its own mark if known, else by its row's. */
export const isOver = ({ over, overCells }: PaperTable, row: number, column: number): boolean =>
  (overCells ? overCells[row]?.[column] : over[row]) === true

function printedCell(value: PaperCell, format: CellFormat): string {
  if (value === null) return '—'
  if (typeof value === 'string') return value
  if (format === 'fourth') return value.toFixed(4)
  if (format === 'whole') return countText(value)
  return format === 'tenth' ? tenth(value) : String(value)
}
