import type * as Docx from 'docx'
import { columnShares } from './column-shares'
import { FONTS, fontOf, TEXT_WIDTH } from './official-style'
import { type PaperTable, printedRows } from './papers'

/** So many rows stand together before and after a page's end. */
const TOGETHER = 3

/**
 * A table with its unit above it: the heading stands again on every page, no row is parted, and no page ends or begins with
 * less than three rows. `marked` explains ※, where one stands in it.
 */
export function documentTable(
  docx: typeof Docx,
  table: PaperTable,
  words: { readonly unitIs: string; readonly marked: string },
): Docx.FileChild[] {
  const { Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx
  const rows = printedRows(table)
  const widths = columnShares(table.headings, rows).map((share) => Math.round(share * TEXT_WIDTH))
  const marked = rows.flat().some((text) => text.endsWith('※'))
  const line = (text: string, alignment: 'left' | 'right') =>
    new Paragraph({ style: 'Cell', alignment, keepNext: alignment === 'right', children: [new TextRun(text)] })
  const row = (texts: readonly string[], kind: 'head' | 'over' | 'plain', keepNext: boolean) =>
    new TableRow({
      tableHeader: kind === 'head',
      cantSplit: true,
      children: texts.map(
        (text, i) =>
          new TableCell({
            width: { size: widths[i]!, type: WidthType.DXA },
            verticalAlign: 'center',
            margins: { left: 40, right: 40, top: 30, bottom: 30 },
            children: [
              new Paragraph({
                style: 'Cell',
                keepNext,
                children: [
                  new TextRun(
                    kind === 'head' ? { text, font: fontOf(FONTS.heading) } : { text, bold: kind === 'over' },
                  ),
                ],
              }),
            ],
          }),
      ),
    })
  const isKept = (at: number) => at < TOGETHER - 1 || (at >= rows.length - TOGETHER && (at < rows.length - 1 || marked))
  return [
    line(words.unitIs, 'right'),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      layout: 'fixed',
      alignment: 'center',
      rows: [
        row(table.headings, 'head', true),
        ...rows.map((texts, i) => row(texts, table.over[i] ? 'over' : 'plain', isKept(i))),
      ],
    }),
    ...(marked ? [line(words.marked, 'left')] : []),
  ]
}
