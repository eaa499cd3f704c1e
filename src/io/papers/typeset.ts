import { FIXED_WORDS } from '@/domain/bulletin/official'
import { columnShares, lettersOf } from './column-shares'
import { lineSpacing } from './line-spacing'
import type { OfficialPaper, PaperBlock, TypesetBlock, TypesetPaper, TypesetTable } from './official-paper'
import { POINTS } from './official-style'
import { isOver, notesIn, type PaperTable, printedRows, printedTotal } from './papers'
import { signatureIndents } from './signature'
import { keptRows } from './table-height'

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
export function typeset({ lines, blocks, fitsFirstTable = false }: OfficialPaper): TypesetPaper {
  const first = blocks.findIndex(({ type }) => type === 'annex')
  const whole = first < 0 ? blocks : blocks.slice(0, first)
  const end = whole.findLastIndex(({ type }) => type !== 'blank') + 1
  const text = whole.slice(0, end)
  const annexed = first < 0 ? [] : blocks.slice(first)
  const annexes = annexed.filter((block) => block.type === 'annex')
  const lastTitle = text.findLastIndex(({ type }, i) => i < 2 && (type === 'title' || type === 'subtitle'))
  const said = new Set<string>()
  const typesetBlock = (block: PaperBlock, i: number): TypesetBlock[] => {
    switch (block.type) {
      case 'table':
        return [{ type: 'table', ...typesetTable(block.table, said) }]
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
  const paper = {
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
  return { ...paper, spacing: lineSpacing(paper, fitsFirstTable) }
}

/** Lines below a table. Explanations of ※ that stand below an earlier table of the paper, `said`, are not repeated. */
function notesBelow(table: PaperTable, said: Set<string>): string[] {
  const notes = notesIn(table)
  const fresh = notes.filter((note) => !said.has(note))
  for (const note of fresh) said.add(note)
  const { marksAbove, otherMarksAbove } = FIXED_WORDS
  const above = fresh.length === notes.length ? [] : [fresh.length === 0 ? marksAbove : otherMarksAbove]
  return [...(table.lines ?? []), ...fresh, ...above]
}

function typesetTable(table: PaperTable, said: Set<string>): TypesetTable {
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
    notes: notesBelow(table, said),
  }
}
