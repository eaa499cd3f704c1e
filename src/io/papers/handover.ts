import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx'
import type { HandoverTable, ReportPhoto } from './handover-table'
import type { PaperCell } from './papers'
import { printable } from './printable'
import { sheetName } from './sheet-name'
import { linesOf } from './slides/text-fit'
import { BORDER, FONT, HEADING, pageSetup, SMALL, TITLE } from './xlsx-style'

/** Column width in digits per percent of the page's width, and the minimum width. */
const [DIGITS_OF_PERCENT, LEAST] = [1.5, 9]
/** A Chinese character of {@link FONT} is a little wider than two digits, Excel's unit for column widths. */
const DIGITS = 2.1
/**
 * Heights of a text line, of what is above and below the lines of a cell, and of the title, in points. Where 宋体 is
 * missing, as on Linux, the fonts used in its place have lines of 1.45 times their size.
 */
const [LINE_POINTS, AROUND_POINTS, TITLE_POINTS] = [16, 4, 30]
/** Frame for a 4:3 photo: row height in points, column width in digits. */
const PHOTO = { points: 96, digits: 23.7 }
/** Maximum row height in Excel. */
const MAX_POINTS = 409
const BODY: CellStyle = { font: FONT, border: BORDER, alignment: { vertical: 'center', wrapText: true } }
const COUNT: CellStyle = { ...BODY, alignment: { vertical: 'center', horizontal: 'center' } }
const AROUND: CellStyle = { font: { ...FONT, size: SMALL }, alignment: { vertical: 'center', wrapText: true } }

/** A list with lines above and below it, each merged across all columns. */
interface Sheet {
  readonly name: string
  readonly above: readonly [title: string, ...lines: string[]]
  readonly headings: readonly string[]
  /** In digits. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly PaperCell[])[]
  readonly below: readonly string[]
  readonly photos: readonly ReportPhoto[]
}

/**
 * Writes a workbook with one sheet per table; texts are stored as texts, so none can run as a formula. Photos are
 * beside their rows. Each sheet prints on A4 landscape, one page wide, with headings on every page.
 */
export async function handoverWorkbook(tables: readonly HandoverTable[]): Promise<Blob> {
  const { writeXlsx } = await import('hucre/xlsx')
  const taken = new Set<string>()
  const sheets = printable(tables).flatMap(({ more = [], photos = [], ...table }) => {
    const photosOf = (list: ReportPhoto['list']) =>
      photos.flatMap((group) => group.photos).filter((photo) => photo.list === list)
    const { name, title, subtitle, to, intro, only = '', headings, widths, rows, blanks, notes } = table
    return [
      sheetOf({
        name: sheetName(name, taken),
        above: [title, subtitle, to, intro, ...(only === '' ? [] : [only])],
        headings,
        widths: widths.map((width) => Math.max(LEAST, width * DIGITS_OF_PERCENT)),
        rows,
        below: [...blanks, ...notes],
        photos: photosOf('own'),
      }),
      ...more
        .filter((each) => each.rows.length > 0)
        .map((each) =>
          sheetOf({
            name: sheetName(each.title, taken),
            above: [each.title],
            headings: each.headings,
            widths: each.headings.map((heading, i) =>
              Math.max(LEAST, heading.length * DIGITS, (each.widths?.[i] ?? 0) * DIGITS_OF_PERCENT),
            ),
            rows: each.rows,
            below: [],
            photos: photosOf(each.field),
          }),
        ),
    ]
  })
  const bytes = await writeXlsx({ sheets })
  return new Blob([bytes as Uint8Array<ArrayBuffer>], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

function sheetOf({ name, above, headings, widths, rows, below, photos }: Sheet): WriteSheet {
  const first = above.length + 1
  const cells = new Map<string, Partial<Cell>>()
  const style = (row: number, column: number, of: CellStyle) => cells.set(`${row},${column}`, { style: of })
  for (const row of above.keys()) style(row, 0, row === 0 ? TITLE : AROUND)
  for (const column of headings.keys()) style(above.length, column, HEADING)
  rows.forEach((row, i) => {
    for (const [column, cell] of row.entries()) style(first + i, column, typeof cell === 'number' ? COUNT : BODY)
  })
  const firstBelow = first + rows.length
  for (const i of below.keys()) style(firstBelow + i, 0, AROUND)
  const across = (row: number) => ({ startRow: row, startCol: 0, endRow: row, endCol: headings.length - 1 })
  const letters = widths.reduce((sum, width) => sum + width, 0) / DIGITS
  const heightOf = (row: readonly PaperCell[]) =>
    AROUND_POINTS + LINE_POINTS * Math.max(1, ...row.map((cell, i) => linesOf(String(cell ?? ''), widths[i]! / DIGITS)))
  const acrossHeight = (text: string) => ({ height: LINE_POINTS * Math.max(1, linesOf(text, letters)) })
  const shown = photos.flatMap(({ picture, ...photo }) => (picture ? [{ ...photo, picture }] : []))
  const before = shown.map(({ row }, i) => shown.slice(0, i).filter((other) => other.row === row).length)
  const hasPhoto = new Set(shown.map(({ row }) => row))
  return {
    name,
    columns: [
      ...widths.map((width) => ({ width })),
      ...Array.from({ length: Math.max(0, ...before.map((column) => column + 1)) }, () => ({ width: PHOTO.digits })),
    ],
    rows: [
      ...above.map((text) => [text]),
      [...headings],
      ...rows.map((row) => [...row]),
      ...below.map((text) => [text]),
    ],
    cells,
    merges: headings.length > 1 ? [...above.keys(), ...[...below.keys()].map((i) => firstBelow + i)].map(across) : [],
    rowDefs: new Map([
      ...above.map((text, row) => [row, row === 0 ? { height: TITLE_POINTS } : acrossHeight(text)] as const),
      // A photo fills its frame. If the row is higher because of its text, the photo is stretched: text must not be cut
      // off.
      ...rows.map((row, i) => {
        const least = hasPhoto.has(i) ? PHOTO.points : 0
        return [first + i, { height: Math.min(MAX_POINTS, Math.max(least, heightOf(row))) }] as const
      }),
      ...below.map((text, i) => [firstBelow + i, acrossHeight(text)] as const),
    ]),
    freezePane: { rows: first },
    pageSetup: pageSetup(0, `$${first}:$${first}`),
    // The sheet's name and the page: only the first page has the title.
    headerFooter: { oddFooter: '&L&A&C— &P —' },
    ...(shown.length > 0
      ? {
          images: shown.map(({ row, name: of, lines, picture }, i) => ({
            data: picture.bytes,
            type: picture.format === 'jpg' ? ('jpeg' as const) : ('png' as const),
            anchor: {
              from: { row: first + row, col: widths.length + before[i]! },
              to: { row: first + row + 1, col: widths.length + before[i]! + 1 },
            },
            altText: [of, ...lines].join('，'),
          })),
        }
      : {}),
  }
}
