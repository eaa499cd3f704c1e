import { FIXED_WORDS, type OfficialLines } from '@/domain/bulletin/official'
import { fillTemplate, type TemplateFault, type TextPart } from '@/domain/bulletin/template'
import { FOOTNOTE_MARK } from '@/domain/dustfall/figure-marks'
import { columnShares, lettersOf } from './column-shares'
import { POINTS } from './official-style'
import { isOver, type PaperPicture, type PaperTable, printedRows, printedTotal } from './papers'
import { signatureIndents } from './signature'
import { keptRows } from './table-height'

/** An office's paper of any kind: content and official lines. */
export interface OfficialPaper {
  /** Title of the document, also used as its file name. */
  readonly title: string
  readonly author: string
  readonly lines: OfficialLines
  readonly blocks: readonly PaperBlock[]
}

/**
 * `subtitle` is below the title; `named` is a line with a highlighted first word; `blank` is filled in by hand; `note`
 * is in small type.
 */
export type PaperBlock =
  | { readonly type: 'annex'; readonly text: string }
  | { readonly type: Exclude<TextPart, 'annex'> | 'subtitle' | 'blank' | 'note'; readonly text: string }
  | { readonly type: 'named'; readonly name: string; readonly text: string }
  | { readonly type: 'table'; readonly table: PaperTable }
  | ({ readonly type: 'picture'; readonly picture: PaperPicture } & PictureWidth)
  | ({ readonly type: 'photos' } & PhotoGrid)

export interface PictureWidth {
  /** Share of the width between the margins; the full width if absent. */
  readonly share?: number
}

/** Photos in rows, each with its subject and caption lines; rows do not break across pages. */
export interface PhotoGrid {
  readonly perRow: 2 | 3 | 4
  readonly photos: readonly {
    /** Null if unreadable; its lines are still shown. */
    readonly picture: PaperPicture | null
    readonly name: string
    readonly lines: readonly string[]
  }[]
}

/** A paper from a template, with fields and tables filled in. A table without rows is left out like an empty field. */
export function blocksOf(
  template: string,
  fields: Readonly<Record<string, string>>,
  tables: Readonly<Record<string, PaperTable>>,
): { readonly blocks: readonly PaperBlock[]; readonly faults: readonly TemplateFault[] } {
  const names = Object.keys(tables)
  const known = names.filter((name) => tables[name]!.rows.length > 0)
  const none = Object.fromEntries(names.filter((name) => !known.includes(name)).map((name) => [name, '']))
  const { parts, faults } = fillTemplate(template, { ...fields, ...none }, known)
  return { faults, blocks: parts.map((part) => (part.type === 'table' ? tableBlock(tables[part.table]!) : part)) }
}

/** The title on the paper; '' if none. */
export const titleOf = (blocks: readonly PaperBlock[]): string =>
  blocks.flatMap((block) => (block.type === 'title' ? [block.text] : []))[0] ?? ''

const tableBlock = (table: PaperTable) => ({ type: 'table', table }) as const

/** A paper prepared for layout, the same for Word and print. */
export interface TypesetPaper {
  readonly lines: OfficialLines
  readonly text: readonly TypesetBlock[]
  /** 附件说明, one line per annex. */
  readonly annexNotes: readonly string[]
  /** Lines to fill in by hand that end the text; GB/T 9704 puts 附件说明 directly under the text, so before them. */
  readonly blanks: readonly TypesetBlock[]
  readonly signed: readonly { readonly text: string; readonly right: number }[]
  readonly annexes: readonly TypesetBlock[]
}

export type TypesetBlock =
  | { readonly type: Exclude<TextPart, 'annex'> | 'subtitle' | 'to' | 'blank' | 'note'; readonly text: string }
  | { readonly type: 'named' | 'annex'; readonly name: string; readonly text: string }
  | ({ readonly type: 'table' } & TypesetTable)
  | ({ readonly type: 'picture' } & PaperPicture & PictureWidth)
  | ({ readonly type: 'photos' } & PhotoGrid)

export interface TypesetTable {
  /** The common unit of its figures, and what bold means if a cell is; '' if neither. */
  readonly above: string
  readonly headings: readonly string[]
  /** As printed, with the total row last. */
  readonly rows: readonly (readonly string[])[]
  readonly shares: readonly number[]
  /** Columns with longer texts, which are left-aligned. */
  readonly fromLeft: readonly boolean[]
  /** Cells over the limit. */
  readonly strong: readonly (readonly boolean[])[]
  /** Explains ※, if it occurs in the table. */
  readonly note: string
  /** Font size. */
  readonly points: number
  /** For each row, whether it must be on the same page as the next. */
  readonly kept: readonly boolean[]
}

/** Longer cells are left-aligned. */
const MAX_CENTRED = 10

/** Characters of a title that fit on a line. */
const MAX_OF_TITLE = 19
/**
 * Where a long title breaks: before the bracket at its end that contains the days or the office, else after its month.
 */
const PLACES = [/^.+(?=（[^（）]{6,}）$)/, /^.*?\d+月(?=.)/]

function inLines(title: string): string {
  const place = PLACES.find((each) => each.test(title))
  return place && lettersOf(title) > MAX_OF_TITLE ? title.replace(place, (first) => `${first}\n`) : title
}

/**
 * Lays out a paper: annexes numbered and placed after the signature, the addressee below the title, tables with column
 * widths.
 */
export function typeset({ lines, blocks }: OfficialPaper): TypesetPaper {
  const first = blocks.findIndex(({ type }) => type === 'annex')
  const whole = first < 0 ? blocks : blocks.slice(0, first)
  const end = whole.findLastIndex(({ type }) => type !== 'blank') + 1
  const text = whole.slice(0, end)
  const annexed = first < 0 ? [] : blocks.slice(first)
  const annexes = annexed.filter((block) => block.type === 'annex')
  const lastTitle = text.findLastIndex(({ type }, i) => i < 2 && (type === 'title' || type === 'subtitle'))
  const typesetBlock = (block: PaperBlock, i: number): TypesetBlock[] => {
    switch (block.type) {
      case 'table':
        return [{ type: 'table', ...typesetTable(block.table) }]
      case 'picture':
        return [{ ...block.picture, type: 'picture', ...(block.share === undefined ? {} : { share: block.share }) }]
      case 'named':
      case 'photos':
        return [block]
      case 'annex': {
        const number = annexes.length > 1 ? annexes.indexOf(block) + 1 : ''
        return [{ type: 'annex', name: `${FIXED_WORDS.annex}${number}`, text: block.text }]
      }
      default: {
        const { type } = block
        const to =
          i === lastTitle && text[i] === block && lines.to !== '' ? [{ type: 'to' as const, text: lines.to }] : []
        return [{ type, text: type === 'title' ? inLines(block.text) : block.text }, ...to]
      }
    }
  }
  const [beside, besideDate] = signatureIndents(lines.signature, lines.date)
  return {
    lines,
    text: text.flatMap(typesetBlock),
    annexNotes: annexes.map(({ text }, i) => (annexes.length > 1 ? `${i + 1}. ${text}` : text)),
    blanks: whole.slice(end).flatMap(typesetBlock),
    signed: [
      { text: lines.signature, right: beside },
      { text: lines.date, right: besideDate },
    ].filter(({ text }) => text !== ''),
    annexes: annexed.flatMap(typesetBlock),
  }
}

function typesetTable(table: PaperTable): TypesetTable {
  const { headings, unit = '', widths, isSmall = false } = table
  const points = isSmall ? POINTS.smallTable : POINTS.table
  const total = printedTotal(table)
  const rows = [...printedRows(table), ...(total ? [total] : [])]
  const whole = widths?.reduce((sum, width) => sum + width, 0) ?? 1
  const shares = widths?.map((width) => width / whole) ?? columnShares(headings, rows)
  const strong = rows.map((row, at) => row.map((_, column) => at < table.rows.length && isOver(table, at, column)))
  return {
    above: [unit, strong.flat().includes(true) ? FIXED_WORDS.strong : ''].filter(Boolean).join('；'),
    headings,
    rows,
    shares,
    points,
    kept: keptRows({ headings, rows, shares, points }),
    fromLeft: headings.map((_, i) =>
      rows.some((row) => row[i]!.split('\n').some((line) => lettersOf(line) > MAX_CENTRED)),
    ),
    strong,
    note: rows.flat().some((text) => text.endsWith(FOOTNOTE_MARK)) ? FIXED_WORDS.marked : '',
  }
}
