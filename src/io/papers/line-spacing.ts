import { lettersOf } from './column-shares'
import type { TypesetBlock, TypesetPaper, TypesetTable } from './official-paper'
import { CELL_LINE, cellTextWidth, LINE, POINTS, TEXT_WIDTH_POINTS as WIDTH } from './official-style'
import { linesOf as mostLinesOf } from './slides/text-fit'
import { TEXT_HEIGHT } from './table-height'

/** Smallest line spacing at which 三号 text is still easy to read, in points. */
const CLOSEST = 22
/** Height left free, because the heights are estimated: half a line, in points. */
const SPARE = LINE.body / 2
/** Space above and below a picture, and around the line above a table; in points. */
const AROUND = 16

/** Vertical space of a row besides its text, in points; rather too high than too low. */
const ROW_MARGIN = 4

/** Number of lines of a text in a width given in letters. */
type Lines = (text: string, letters: number) => number

/**
 * Likely number of lines in the fonts of the standard. In broader fonts there are more; the page then takes no harm,
 * because the rows kept with the signature go to the next one with it.
 */
const likelyLinesOf: Lines = (text, letters) =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(lettersOf(line) / letters)), 0)

/** Height of small lines. */
const smallLines = (linesOf: Lines, text: string, points: number = POINTS.table, width = WIDTH) =>
  linesOf(text, width / points) * points * CELL_LINE

function tableHeight(linesOf: Lines, table: TypesetTable): number {
  const { headings, shares, points } = table
  const cell = (text: string, i: number) => smallLines(linesOf, text, points, cellTextWidth(shares[i]!))
  const rows = [headings, ...table.rows].reduce((sum, row) => sum + ROW_MARGIN + Math.max(...row.map(cell)), 0)
  const above = table.above === '' ? 0 : smallLines(linesOf, table.above) + AROUND / 2
  return above + rows + table.notes.reduce((sum, note) => sum + smallLines(linesOf, note), 0)
}

/** Height of a block at a line spacing; infinite for photos, which fill pages of their own. */
function blockHeight(linesOf: Lines, block: TypesetBlock, spacing: number): number {
  const lines = (text: string) => linesOf(text, WIDTH / POINTS.body) * spacing
  switch (block.type) {
    case 'table':
      return tableHeight(linesOf, block)
    case 'photos':
      return Number.POSITIVE_INFINITY
    case 'picture':
      return (WIDTH * (block.share ?? 1) * block.height) / block.width + AROUND
    case 'blank':
      // Made to fit on a line, with more blank than letters.
      return likelyLinesOf(block.text, WIDTH / POINTS.body) * spacing
    case 'note':
      return smallLines(linesOf, block.text)
    case 'title':
      return linesOf(block.text, WIDTH / POINTS.title) * LINE.title + spacing
    case 'subtitle':
    case 'to':
      return lines(block.text)
    case 'named':
      return lines(`　　${block.name}${block.text}`)
    default:
      return lines(`　　${block.text}`)
  }
}

type Paper = Omit<TypesetPaper, 'spacing'>

/** Height of a paper up to its signature, in points. */
function textHeight(linesOf: Lines, paper: Paper, spacing: number): number {
  const { lines, text, annexNotes, blanks, signed, annexes } = paper
  const opening = lines.head !== '' ? LINE.head + 5 * spacing : lines.number !== '' ? 2 * spacing : 0
  const blocks = [...text, ...blanks].reduce((sum, block) => sum + blockHeight(linesOf, block, spacing), 0)
  const names = text.some(({ type }) => type === 'named') ? spacing : 0
  const annexed = annexNotes.length === 0 ? 0 : (1 + annexNotes.length) * spacing
  const signature = signed.length === 0 ? 0 : (2 + signed.length) * spacing
  const imprint = annexes.length === 0 && (lines.copyTo || lines.issuedBy || lines.issuedOn) ? 3 * LINE.body : 0
  return opening + blocks + names + annexed + signature + imprint
}

/** The paper up to the end of its first table; null if it has none. */
function upToFirstTable({ lines, text }: Paper): Paper | null {
  const end = text.findIndex(({ type }) => type === 'table') + 1
  const without = { annexNotes: [], blanks: [], signed: [], annexes: [] }
  const noImprint = { ...lines, copyTo: '', issuedBy: '', issuedOn: '' }
  return end === 0 ? null : { ...without, lines: noImprint, text: text.slice(0, end) }
}

/**
 * Line spacing of a paper's text, in points: that of the standard, or less if the text with its signature then fits on
 * one page. GB/T 9704-2012 (7.3.5.4) adjusts the spacing if the rest of a page has no room for seal and date.
 * `fitsFirstTable`: also less if the first table then ends on the first page, and not a few rows later (5.2.3 allows
 * other numbers of lines in particular cases).
 */
export function lineSpacing(paper: Paper, fitsFirstTable = false): number {
  const first = fitsFirstTable ? upToFirstTable(paper) : null
  return widestFit(paper, SPARE) ?? (first && widestFit(first, SPARE + LINE.body)) ?? LINE.body
}

/**
 * The widest spacing at which a paper fits on one page and leaves `spare` points free, in broad substitute fonts too if
 * possible; null if none does.
 */
function widestFit(paper: Paper, spare: number): number | null {
  for (const [linesOf, free] of [
    [mostLinesOf, 0],
    [likelyLinesOf, spare],
  ] as const)
    for (let spacing: number = LINE.body; spacing >= CLOSEST; spacing--)
      if (textHeight(linesOf, paper, spacing) <= TEXT_HEIGHT - free) return spacing
  return null
}
