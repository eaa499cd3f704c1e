import type { WriteSheet } from 'hucre/xlsx'
import type { HandoverTable } from './handover-table'
import { printable } from './printable'
import { sheetName } from './sheet-name'

/** What stands above the rows. */
const ABOVE = 5
/** Height of a row that photos stand beside, in points, and of the photos, in pixels. */
const PHOTO_ROW = 96
const PHOTO_PIXELS = 120

/** Sheets as a workbook, one for each; texts are written as texts, so none can run as a formula. Photos stand beside their rows. */
export async function handoverWorkbook(tables: readonly HandoverTable[]): Promise<Blob> {
  const { writeXlsx } = await import('hucre/xlsx')
  const taken = new Set<string>()
  const sheets = printable(tables).flatMap((table): WriteSheet[] => {
    const { title, to, subtitle, intro, headings, widths, rows, notes, blanks, name, more = [], photos = [] } = table
    return [
      {
        name: sheetName(name, taken),
        columns: widths.map((width) => ({ width: Math.max(8, width) })),
        rows: [
          [title],
          [subtitle],
          [to],
          [intro],
          [...headings],
          ...rows.map((row) => [...row]),
          ...[...blanks, ...notes].map((text) => [text]),
        ],
        freezePane: { rows: ABOVE },
        ...(photos.length > 0
          ? {
              rowDefs: new Map(photos.map(({ row }) => [ABOVE + row, { height: PHOTO_ROW }])),
              images: photos.map(({ row, caption, picture }) => ({
                data: picture.bytes,
                type: picture.format === 'jpg' ? ('jpeg' as const) : ('png' as const),
                anchor: { from: { row: ABOVE + row, col: headings.length } },
                width: Math.round((PHOTO_PIXELS * picture.width) / picture.height),
                height: PHOTO_PIXELS,
                altText: caption,
              })),
            }
          : {}),
      },
      ...more
        .filter((each) => each.rows.length > 0)
        .map((each) => ({
          name: sheetName(each.title, taken),
          columns: each.headings.map((heading, i) => ({
            width: Math.max(10, heading.length * 2, each.widths?.[i] ?? 0),
          })),
          rows: [[each.title], [...each.headings], ...each.rows.map((row) => [...row])],
          freezePane: { rows: 2 },
        })),
    ]
  })
  const bytes = await writeXlsx({ sheets })
  return new Blob([bytes as Uint8Array<ArrayBuffer>], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}
