import type { FileChild } from 'docx'
import { photoTable } from './docx-photos'
import { documentTable } from './docx-table'
import { annexNoteOf, imprintOf, openingOf, pageNumberOf, signatureOf } from './official-docx'
import type { OfficialPaper, TypesetBlock } from './official-paper'
import {
  CELL_LINE,
  exactly,
  FONTS,
  fontOf,
  OFFICIAL_STYLES,
  PAGE,
  POINTS,
  TEXT_WIDTH,
  TWIPS_OF_PIXEL,
  twips,
  twipsOfMillimetres,
} from './official-style'
import { printable } from './printable'
import { fontTable } from './substitute-fonts'
import { typeset } from './typeset'

/** Papers as one Word document by GB/T 9704-2012; each has its own pages and page numbers. */
export async function officialDocument(given: readonly OfficialPaper[]): Promise<Blob> {
  const papers = printable(given)
  const docx = await import('docx')
  const { Document, HeadingLevel, ImageRun, Packer, Paragraph, TextRun } = docx
  /** `isText`: the blocks are followed by the signature. */
  const childrenOf =
    (isText: boolean, spacing: ReturnType<typeof exactly>) =>
    (block: TypesetBlock, i: number, all: readonly TypesetBlock[]): FileChild[] => {
      const blank = () => new Paragraph({ keepNext: true, spacing })
      const followed = all[i + 1]?.type
      // The notes that end a text or an annex stay with what is before them, and with the signature.
      const ended = all.slice(i + 1).every(({ type }) => type === 'note')
      const keepEnd = ended && (isText || followed !== undefined)
      if (block.type === 'table') {
        const table = documentTable(docx, block, followed === 'named' || keepEnd)
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
            keepNext: block.share !== undefined || keepEnd,
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
          return [new Paragraph({ style: 'Subtitle', spacing, children }), blank()]
        case 'to':
          return [new Paragraph({ spacing, children })]
        case 'heading':
          return [new Paragraph({ heading: HeadingLevel.HEADING_1, spacing, children })]
        case 'subheading':
          return [new Paragraph({ heading: HeadingLevel.HEADING_2, spacing, children })]
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
            new Paragraph({ style: 'Body', spacing, keepNext: followed === 'named', children: [name, ...children] }),
          ]
        }
        case 'blank':
          return [new Paragraph({ style: 'Body', spacing, keepNext: true, children })]
        case 'note':
          return [
            new Paragraph({
              style: 'Cell',
              alignment: 'left',
              spacing: exactly(POINTS.table * CELL_LINE),
              keepNext: keepEnd,
              children,
            }),
          ]
        case 'paragraph': {
          // A page must not contain only a signature, and a sentence must not be separated from its table.
          const keepNext = ended || followed === 'table'
          return [new Paragraph({ style: 'Body', spacing, keepNext, children })]
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
      const { lines, spacing, text, annexNotes, blanks, signed, annexes } = typeset(paper)
      const apart = exactly(spacing)
      return {
        properties: { page },
        footers: { default: pageNumberOf(docx, 'right'), even: pageNumberOf(docx, 'left') },
        children: [
          ...openingOf(docx, lines, apart),
          ...text.flatMap(childrenOf(true, apart)),
          ...annexNoteOf(docx, annexNotes, apart),
          ...blanks.flatMap(childrenOf(true, apart)),
          ...signatureOf(docx, signed, apart),
          ...annexes.flatMap(childrenOf(false, apart)),
          ...imprintOf(docx, lines),
        ],
      }
    }),
  })
  return Packer.toBlob(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }])
}
