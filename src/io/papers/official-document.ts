import type { FileChild } from 'docx'
import { photoTable } from './docx-photos'
import { documentTable } from './docx-table'
import { annexNoteOf, imprintOf, openingOf, pageNumberOf, signatureOf } from './official-docx'
import { type OfficialPaper, type TypesetBlock, typeset } from './official-paper'
import { FONTS, fontOf, OFFICIAL_STYLES, PAGE, POINTS, TEXT_WIDTH, twips, twipsOfMillimetres } from './official-style'
import { printable } from './printable'
import { fontTable } from './substitute-fonts'

/** Twentieths of a point per pixel at 96 dpi. */
const TWIPS_OF_PIXEL = 15

/** Papers as one Word document by GB/T 9704-2012; each has its own pages and page numbers. */
export async function officialDocument(given: readonly OfficialPaper[]): Promise<Blob> {
  const papers = printable(given)
  const docx = await import('docx')
  const { Document, HeadingLevel, ImageRun, Packer, Paragraph, TextRun } = docx
  const blank = () => new Paragraph({ keepNext: true })

  /** `isText`: the blocks are followed by the signature. */
  const childrenOf =
    (isText: boolean) =>
    (block: TypesetBlock, i: number, all: readonly TypesetBlock[]): FileChild[] => {
      const followed = all[i + 1]?.type
      if (block.type === 'table') {
        const table = documentTable(docx, block, followed === 'named' || (followed === undefined && isText))
        // Word merges two adjacent tables.
        return followed === 'table' ? [...table, new Paragraph({})] : table
      }
      if (block.type === 'photos') return photoTable(docx, block)
      if (block.type === 'picture') {
        const width = Math.floor((TEXT_WIDTH * (block.share ?? 1)) / TWIPS_OF_PIXEL)
        const transformation = { width, height: Math.round((width * block.height) / block.width) }
        return [
          new Paragraph({
            style: 'Cell',
            ...(block.share === undefined
              ? // A map above or below a table must not touch its border.
                { spacing: { before: 160, after: 160 } }
              : { alignment: 'left' as const, indent: { left: twips(2 * POINTS.body) } }),
            keepNext: block.share !== undefined,
            children: [new ImageRun({ type: block.format ?? 'png', data: block.bytes, transformation })],
          }),
        ]
      }
      const children = block.text
        .split('\n')
        .map((text, line) => new TextRun({ text, ...(line > 0 ? { break: 1 } : {}) }))
      switch (block.type) {
        case 'title':
          return [
            new Paragraph({ heading: HeadingLevel.TITLE, children }),
            ...(followed === 'subtitle' ? [] : [blank()]),
          ]
        case 'subtitle':
          return [new Paragraph({ style: 'Subtitle', children }), blank()]
        case 'to':
          return [new Paragraph({ children })]
        case 'heading':
          return [new Paragraph({ heading: HeadingLevel.HEADING_1, children })]
        case 'subheading':
          return [new Paragraph({ heading: HeadingLevel.HEADING_2, children })]
        case 'annex':
          return [
            new Paragraph({ style: 'Annex', pageBreakBefore: true, children: [new TextRun(block.name)] }),
            blank(),
            new Paragraph({ heading: HeadingLevel.TITLE, children }),
            blank(),
          ]
        case 'named': {
          const name = new TextRun({ text: block.name, font: fontOf(FONTS.heading) })
          const begins = all[i - 1]?.type === 'named' ? [] : [blank()]
          return [
            ...begins,
            new Paragraph({ style: 'Body', keepNext: followed === 'named', children: [name, ...children] }),
          ]
        }
        case 'blank':
          return [new Paragraph({ style: 'Body', keepNext: true, children })]
        case 'note':
          return [new Paragraph({ style: 'Cell', alignment: 'left', children })]
        case 'paragraph': {
          // A page must not contain only a signature, and a sentence must not be separated from its table.
          const keepNext = followed === undefined || followed === 'table'
          return [new Paragraph({ style: 'Body', keepNext, children })]
        }
      }
    }

  const { width, height, top, right, bottom, left, footer } = PAGE
  const page = {
    size: { width: twipsOfMillimetres(width), height: twipsOfMillimetres(height) },
    margin: {
      top: twipsOfMillimetres(top),
      right: twipsOfMillimetres(right),
      bottom: twipsOfMillimetres(bottom),
      left: twipsOfMillimetres(left),
      footer: twipsOfMillimetres(footer),
    },
    pageNumbers: { start: 1 },
  }
  const [{ title, author }] = papers as readonly [OfficialPaper, ...OfficialPaper[]]
  const document = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    evenAndOddHeaderAndFooters: true,
    styles: OFFICIAL_STYLES,
    sections: papers.map((paper) => {
      const { lines, text, annexNotes, blanks, signed, annexes } = typeset(paper)
      return {
        properties: { page },
        footers: { default: pageNumberOf(docx, 'right'), even: pageNumberOf(docx, 'left') },
        children: [
          ...openingOf(docx, lines),
          ...text.flatMap(childrenOf(true)),
          ...annexNoteOf(docx, annexNotes),
          ...blanks.flatMap(childrenOf(true)),
          ...signatureOf(docx, signed),
          ...annexes.flatMap(childrenOf(false)),
          ...imprintOf(docx, lines),
        ],
      }
    }),
  })
  return Packer.toBlob(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }])
}
