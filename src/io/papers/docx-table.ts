import type * as Docx from 'docx'
import type { TypesetTable } from './official-paper'
import { CELL_LINE, CELL_PADDING, exactly, FONTS, fontOf, POINTS, TEXT_WIDTH } from './official-style'

/** Space before the line above a table; a third of it follows the line. */
const ABOVE_TWIPS = 120

/**
 * A table with its unit and marks stated above it: the headings repeat on every page, rows do not break, and there is no page break
 * within rows kept together. With `keepNext` its end stays with what follows. Lines have an exact height: that of a font at hand
 * can be a fourth more, with which a letter would run over its page.
 */
export function documentTable(docx: typeof Docx, table: TypesetTable, keepNext: boolean): Docx.FileChild[] {
  const { Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx
  const { above, headings, rows, shares, fromLeft, strong, notes, kept, points } = table
  const widths = shares.map((share) => Math.round(share * TEXT_WIDTH))
  const line = (text: string, alignment: 'left' | 'right') =>
    new Paragraph({
      style: 'Cell',
      alignment,
      keepNext: alignment === 'right' || keepNext,
      spacing: {
        ...exactly(POINTS.table * CELL_LINE),
        // It belongs to the table, and stands apart from the text before it.
        ...(alignment === 'right' && { before: ABOVE_TWIPS, after: ABOVE_TWIPS / 3 }),
      },
      children: [new TextRun(text)],
    })
  const row = (texts: readonly string[], at: number | null, isKept: boolean) =>
    new TableRow({
      tableHeader: at === null,
      cantSplit: true,
      children: texts.map(
        (text, i) =>
          new TableCell({
            width: { size: widths[i]!, type: WidthType.DXA },
            verticalAlign: 'center',
            margins: CELL_PADDING,
            children: text.split('\n').map(
              (each) =>
                new Paragraph({
                  style: 'Cell',
                  keepNext: isKept,
                  spacing: exactly(points * CELL_LINE),
                  ...(at !== null && fromLeft[i] ? { alignment: 'left' as const } : {}),
                  children: [
                    new TextRun(
                      at === null
                        ? { text: each, size: points * 2, font: fontOf(FONTS.heading) }
                        : { text: each, size: points * 2, bold: strong[at]![i] === true },
                    ),
                  ],
                }),
            ),
          }),
      ),
    })
  const last = rows.length - 1
  const isKept = (at: number) => (at === last ? notes.length > 0 || keepNext : kept[at]!)
  return [
    ...(above ? [line(above, 'right')] : []),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      layout: 'fixed',
      alignment: 'center',
      rows: [row(headings, null, true), ...rows.map((texts, i) => row(texts, i, isKept(i)))],
    }),
    ...notes.map((note) => line(note, 'left')),
  ]
}
