import { officialDay, officialLines, withOfficialDays } from '@/domain/bulletin/official'
import type { HandoverTable, ReportPhotos, SheetLetter } from './handover-table'
import type { OfficialPaper, PaperBlock } from './official-paper'
import type { PaperCell, PaperTable } from './papers'

/** Official data around a sheet. */
interface SheetForm {
  /** '' if the package names none: it is then only signed by hand. */
  readonly office: string
  readonly author: string
  /** Year in the number and date that are otherwise left blank. */
  readonly year: string
  /** Whether it has a number of its own, which is left blank. */
  readonly isNumbered: boolean
}

const ISO_DAY = /^\d{4}-\d\d-\d\d$/
/** A day broken into two lines for a narrow column. */
const inColumn = (text: string): string => (ISO_DAY.test(text) ? officialDay(text).replace('年', '年\n') : text)

/** Up to this many photos are shown two per row, more three per row. */
const MAX_LARGE = 4

/** A 督办单 or 巡查日报 as an official paper. Tables without rows are left out. */
export function sheetPaper(table: HandoverTable, { office, author, year, isNumbered }: SheetForm): OfficialPaper {
  const { title, to, letter } = table
  const none = { head: '', number: '', to: '', signedOn: '', copyTo: '', issuedBy: '', issuedOn: '' } as const
  const lines = officialLines({ ...none, office }, year, '')
  return {
    title,
    author,
    lines: { ...lines, to, number: isNumbered ? lines.number : '' },
    blocks: [
      ...text('title', title),
      // The first sentence of a letter already contains the subtitle.
      ...(letter ? letterBlocks(table, letter) : [...text('subtitle', table.subtitle), ...sheetBlocks(table)]),
    ],
  }
}

const text = (type: 'title' | 'subtitle' | 'paragraph' | 'blank' | 'note' | 'annex', of: string): PaperBlock[] =>
  of === '' ? [] : [{ type, text: withOfficialDays(of) }]
const pictureBlocks = ({ picture }: HandoverTable): PaperBlock[] => (picture ? [{ type: 'picture', picture }] : [])
const lastBlocks = ({ notes }: HandoverTable) => notes.flatMap((note) => text('note', note))
const blankBlocks = ({ blanks }: HandoverTable) => blanks.flatMap((blank) => text('blank', blank))

/** The whole sheet; lines to fill in by hand come last. */
const sheetBlocks = (table: HandoverTable): PaperBlock[] => [
  ...text('paragraph', table.intro),
  ...text('note', table.only ?? ''),
  ...pictureBlocks(table),
  ...listBlocks(table),
  ...(table.more ?? [])
    .filter((each) => each.rows.length > 0)
    .flatMap((each): PaperBlock[] => [
      { type: 'heading', text: each.title },
      { type: 'table', table: withoutEmpty(each) },
    ]),
  ...photoBlocks(table.photos ?? []),
  ...lastBlocks(table),
  ...blankBlocks(table),
]

/** A letter with a summary of the request; its list and map are the annex, if it has one. */
function letterBlocks(table: HandoverTable, { intro, summary, annex }: SheetLetter): PaperBlock[] {
  const isAlone = annex === ''
  return [
    ...text('paragraph', intro),
    { type: 'table', table: summary },
    ...text('note', table.only ?? ''),
    ...(isAlone ? lastBlocks(table) : []),
    ...blankBlocks(table),
    ...(isAlone ? [] : [...text('annex', annex), ...listBlocks(table), ...pictureBlocks(table), ...lastBlocks(table)]),
  ]
}

function listBlocks(table: HandoverTable): PaperBlock[] {
  const { headings, widths, rows, isSmall = false } = table.onPaper ?? { ...table, isSmall: false }
  if (rows.length === 0) return []
  const formats = headings.map(() => 'text' as const)
  const cells = rows.map((row) => row.map(inColumn))
  return [{ type: 'table', table: { title: table.title, headings, widths, formats, rows: cells, over: [], isSmall } }]
}

/** A further table without columns that are all empty or 0; the others are as wide as their content. */
function withoutEmpty({ title, headings, formats, rows }: PaperTable): PaperTable {
  const isEmpty = (cell: PaperCell | undefined) => cell === undefined || cell === null || cell === '' || cell === 0
  const isSaid = headings.map((_, column) => rows.some((row) => !isEmpty(row[column])))
  const saidOf = <T>(cells: readonly T[]) => cells.filter((_, column) => isSaid[column])
  return {
    title,
    headings: saidOf(headings),
    formats: saidOf(formats),
    rows: rows.map(saidOf),
    over: rows.map(() => false),
  }
}

function photoBlocks(groups: readonly ReportPhotos[]): PaperBlock[] {
  const perRow = groups.flatMap(({ photos }) => photos).length > MAX_LARGE ? 3 : 2
  return groups.flatMap(({ title, photos }): PaperBlock[] => [
    { type: 'heading', text: title },
    { type: 'photos', perRow, photos },
  ])
}
