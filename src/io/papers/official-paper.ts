import { type OfficialLines, WORDS } from '@/domain/bulletin/official'
import { fillTemplate, type TemplateFault, type TextPart } from '@/domain/bulletin/template'
import { MARK } from '@/domain/dustfall/figure-marks'
import { columnShares, lettersOf } from './column-shares'
import { POINTS } from './official-style'
import { isOver, type PaperPicture, type PaperTable, printedRows, printedTotal } from './papers'
import { signatureIndents } from './signature'
import { keptRows } from './table-height'

/** A paper of an office, whatever it is of: what it says, and what stands around that. */
export interface OfficialPaper {
  /** Names the document and its file. */
  readonly title: string
  readonly author: string
  readonly lines: OfficialLines
  readonly blocks: readonly PaperBlock[]
}

/** `subtitle` stands under the title; `named` is a line whose first word is set off; `blank` is filled in by hand; `note` is in small letters. */
export type PaperBlock =
  | { readonly type: 'annex'; readonly text: string }
  | { readonly type: Exclude<TextPart, 'annex'> | 'subtitle' | 'blank' | 'note'; readonly text: string }
  | { readonly type: 'named'; readonly name: string; readonly text: string }
  | { readonly type: 'table'; readonly table: PaperTable }
  | ({ readonly type: 'picture'; readonly picture: PaperPicture } & PictureWidth)
  | ({ readonly type: 'photos' } & PhotoGrid)

export interface PictureWidth {
  /** Of the width between the margins; all of it where absent. */
  readonly share?: number
}

/** Photos in rows, each with what it shows and lines of its own under it; a row is never parted by a page's end. */
export interface PhotoGrid {
  readonly perRow: 2 | 3 | 4
  readonly photos: readonly {
    /** Null where it could not be read: its lines stand all the same. */
    readonly picture: PaperPicture | null
    readonly name: string
    readonly lines: readonly string[]
  }[]
}

/** A paper from a template: its text with fields and tables filled in. A table without rows is left out as an empty field is. */
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

/** The title as it stands on the paper; '' without one. */
export const titleOf = (blocks: readonly PaperBlock[]): string =>
  blocks.flatMap((block) => (block.type === 'title' ? [block.text] : []))[0] ?? ''

const tableBlock = (table: PaperTable) => ({ type: 'table', table }) as const

/** A paper as it is set, in Word and in print alike. */
export interface TypesetPaper {
  readonly lines: OfficialLines
  readonly text: readonly TypesetBlock[]
  /** 附件说明, a line for each annex. */
  readonly annexNotes: readonly string[]
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
  /** '' where its figures have no unit in common. */
  readonly unit: string
  readonly headings: readonly string[]
  /** As they are printed, the one that sums up last. */
  readonly rows: readonly (readonly string[])[]
  readonly shares: readonly number[]
  /** Columns of longer texts, which are read from the left. */
  readonly fromLeft: readonly boolean[]
  /** Cells over the limit. */
  readonly strong: readonly (readonly boolean[])[]
  /** Explains ※, where one stands in it. */
  readonly note: string
  /** Of its letters. */
  readonly points: number
  /** Of each row, whether it stands on one page with the next. */
  readonly kept: readonly boolean[]
}

/** Longer cells are read from the left. */
const MOST_CENTRED = 10

/** So many letters of a title stand on a line. */
const MOST_OF_TITLE = 19
/** Where a title goes on below that is too long for a line: before the days or the office in brackets that it ends with, else behind its month. */
const PLACES = [/^.+(?=（[^（）]{6,}）$)/, /^.*?\d+月(?=.)/]

function inLines(title: string): string {
  const place = PLACES.find((each) => each.test(title))
  return place && lettersOf(title) > MOST_OF_TITLE ? title.replace(place, (first) => `${first}\n`) : title
}

/** Puts a paper in its form: its annexes numbered and after its signature, whom it goes to under its title, its tables in columns. */
export function typeset({ lines, blocks }: OfficialPaper): TypesetPaper {
  const first = blocks.findIndex(({ type }) => type === 'annex')
  const text = first < 0 ? blocks : blocks.slice(0, first)
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
        return [{ type: 'annex', name: `${WORDS.annex}${number}`, text: block.text }]
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
    signed: [
      { text: lines.signature, right: beside },
      { text: lines.date, right: besideDate },
    ].filter(({ text }) => text !== ''),
    annexes: annexed.flatMap(typesetBlock),
  }
}

function typesetTable(table: PaperTable): TypesetTable {
  const { headings, unit = '', widths, isSmall = false, isReadWhole = false } = table
  const points = isSmall ? POINTS.smallTable : POINTS.table
  const total = printedTotal(table)
  const rows = [...printedRows(table), ...(total ? [total] : [])]
  const whole = widths?.reduce((sum, width) => sum + width, 0) ?? 1
  const shares = widths?.map((width) => width / whole) ?? columnShares(headings, rows)
  return {
    unit,
    headings,
    rows,
    shares,
    points,
    kept: keptRows({ headings, rows, shares, points }, isReadWhole),
    fromLeft: headings.map((_, i) =>
      rows.some((row) => row[i]!.split('\n').some((line) => lettersOf(line) > MOST_CENTRED)),
    ),
    strong: rows.map((row, at) => row.map((_, column) => at < table.rows.length && isOver(table, at, column))),
    note: rows.flat().some((text) => text.endsWith(MARK)) ? WORDS.marked : '',
  }
}
