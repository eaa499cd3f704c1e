import type { WriteSheet } from 'hucre/xlsx'
import type { HandoverTable, ReportPhoto } from './handover-table'
import { printable } from './printable'
import { sheetName } from './sheet-name'

/** What stands above the rows: of the first table, and of a further one. */
const [ABOVE, ABOVE_FURTHER] = [5, 2]
/** Height of a row that photos stand beside, in points, and of the photos, in pixels. */
const PHOTO_ROW = 96
const PHOTO_PIXELS = 120
/** Letters that are as wide as the widest of them. */
const PHOTO_LETTERS = 24

/** Sheets as a workbook, one for each; texts are written as texts, so none can run as a formula. Photos stand beside their rows. */
export async function handoverWorkbook(tables: readonly HandoverTable[]): Promise<Blob> {
  const { writeXlsx } = await import('hucre/xlsx')
  const taken = new Set<string>()
  const sheets = printable(tables).flatMap((table): WriteSheet[] => {
    const { title, to, subtitle, intro, headings, widths, rows, notes, blanks, name, more = [], photos = [] } = table
    const photosOf = (list: ReportPhoto['list']) =>
      photos.flatMap((group) => group.photos).filter((photo) => photo.list === list)
    return [
      {
        name: sheetName(name, taken),
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
        ...withPhotos(
          widths.map((width) => Math.max(8, width)),
          photosOf('own'),
          ABOVE,
        ),
      },
      ...more
        .filter((each) => each.rows.length > 0)
        .map((each) => ({
          name: sheetName(each.title, taken),
          rows: [[each.title], [...each.headings], ...each.rows.map((row) => [...row])],
          freezePane: { rows: ABOVE_FURTHER },
          ...withPhotos(
            each.headings.map((heading, i) => Math.max(10, heading.length * 2, each.widths?.[i] ?? 0)),
            photosOf(each.field),
            ABOVE_FURTHER,
          ),
        })),
    ]
  })
  const bytes = await writeXlsx({ sheets })
  return new Blob([bytes as Uint8Array<ArrayBuffer>], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

/** The columns of a sheet, and its photos beside their rows, each in a column of its own behind the others. */
function withPhotos(
  widths: readonly number[],
  photos: readonly ReportPhoto[],
  above: number,
): Pick<WriteSheet, 'columns' | 'rowDefs' | 'images'> {
  const shown = photos.flatMap(({ picture, ...photo }) => (picture ? [{ ...photo, picture }] : []))
  const columns = widths.map((width) => ({ width }))
  if (shown.length === 0) return { columns }
  const before = shown.map(({ row }, i) => shown.slice(0, i).filter((other) => other.row === row).length)
  const photoColumns = Array.from({ length: Math.max(...before) + 1 }, () => ({ width: PHOTO_LETTERS }))
  return {
    columns: [...columns, ...photoColumns],
    rowDefs: new Map(shown.map(({ row }) => [above + row, { height: PHOTO_ROW }])),
    images: shown.map(({ row, name, lines, picture }, i) => ({
      data: picture.bytes,
      type: picture.format === 'jpg' ? ('jpeg' as const) : ('png' as const),
      anchor: { from: { row: above + row, col: widths.length + before[i]! } },
      width: Math.round((PHOTO_PIXELS * picture.width) / picture.height),
      height: PHOTO_PIXELS,
      altText: [name, ...lines].join('，'),
    })),
  }
}
