import type * as Docx from 'docx'
import type { PhotoGrid } from './official-paper'
import { FONTS, fontOf, TEXT_WIDTH, TWIPS_OF_PIXEL } from './official-style'

/** Left and right margin of a photo, in twentieths of a point. */
const MARGIN = 60
/** Height of a photo's frame relative to its width; an upright photo is scaled to fit. */
const RATIO = 3 / 4
/** Font size of captions in half points, by photos per row. */
const LETTERS = { 2: 18, 3: 17, 4: 15 } as const

/**
 * Photos as a table without borders. Rows do not break across pages, so that captions stay under their photos.
 * Paragraphs do not use keepNext: Word would then move the whole table to the next page.
 */
export function photoTable(docx: typeof Docx, { perRow, photos }: PhotoGrid): Docx.FileChild[] {
  const { ImageRun, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx
  const cellWidth = Math.floor(TEXT_WIDTH / perRow)
  const place = Math.floor((cellWidth - 2 * MARGIN) / TWIPS_OF_PIXEL)
  const size = LETTERS[perRow]
  const line = (text: string, font?: string) =>
    new Paragraph({
      style: 'Cell',
      children: [new TextRun({ text, size, ...(font ? { font: fontOf(font) } : {}) })],
    })
  const picture = (photo: PhotoGrid['photos'][number]['picture']) => {
    if (!photo) return []
    const scale = Math.min(place / photo.width, (place * RATIO) / photo.height)
    const transformation = { width: Math.round(photo.width * scale), height: Math.round(photo.height * scale) }
    const image = new ImageRun({ type: photo.format ?? 'png', data: photo.bytes, transformation })
    return [new Paragraph({ style: 'Cell', children: [image] })]
  }
  const none = { style: 'none', size: 0, color: 'auto' } as const
  /** `most`: the largest number of caption lines in the row, so that all photos are at the same height. */
  const cell = (photo: PhotoGrid['photos'][number] | undefined, most: number) =>
    new TableCell({
      width: { size: cellWidth, type: WidthType.DXA },
      verticalAlign: 'bottom',
      margins: { left: MARGIN, right: MARGIN, top: 60, bottom: 100 },
      children: photo
        ? [
            ...picture(photo.picture),
            line(photo.name, FONTS.heading),
            ...Array.from({ length: most }, (_, i) => line(photo.lines[i] ?? '')),
          ]
        : [new Paragraph({ style: 'Cell' })],
    })
  const rows = Array.from({ length: Math.ceil(photos.length / perRow) }, (_, row) =>
    Array.from({ length: perRow }, (_, i) => photos[row * perRow + i]),
  )
  return [
    new Table({
      width: { size: cellWidth * perRow, type: WidthType.DXA },
      columnWidths: Array.from({ length: perRow }, () => cellWidth),
      layout: 'fixed',
      alignment: 'center',
      borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
      rows: rows.map((row) => {
        const most = Math.max(...row.map((photo) => photo?.lines.length ?? 0))
        return new TableRow({ cantSplit: true, children: row.map((photo) => cell(photo, most)) })
      }),
    }),
    // Word requires a paragraph after the last table; this one has the smallest possible height.
    new Paragraph({ spacing: { line: 20, lineRule: 'exact' } }),
  ]
}
