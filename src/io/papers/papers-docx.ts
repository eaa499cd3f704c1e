import type { FileChild } from 'docx'
import type { BulletinPart } from '@/domain/bulletin/template'
import { documentTable } from './docx-table'
import { annexNoteOf, imprintOf, openingOf, pageNumberOf, signatureOf } from './official-docx'
import { OFFICIAL_STYLES, PAGE, twipsOfMillimetres } from './official-style'
import { bulletinTables, type MeetingPapers } from './papers'
import { fontTable } from './substitute-fonts'

/** The bulletin as a Word document by GB/T 9704-2012. */
export async function bulletinDocument(papers: MeetingPapers): Promise<Blob> {
  const { parts, official, words, title, author } = papers
  const docx = await import('docx')
  const { Document, HeadingLevel, Packer, Paragraph, TextRun } = docx
  const tables = bulletinTables(papers)
  const first = parts.findIndex(({ type }) => type === 'annex')
  const [text, annexed] = first < 0 ? [parts, []] : [parts.slice(0, first), parts.slice(first)]
  const annexes = annexed.filter(({ type }) => type === 'annex')
  const blank = () => new Paragraph({})

  function childrenOf(part: BulletinPart): FileChild[] {
    if (part.type === 'table') return documentTable(docx, tables[part.table]!, words)
    const children = [new TextRun(part.text)]
    switch (part.type) {
      case 'title': {
        const to = official.to ? [new Paragraph({ children: [new TextRun(official.to)] })] : []
        return [new Paragraph({ heading: HeadingLevel.TITLE, children }), blank(), ...to]
      }
      case 'heading':
        return [new Paragraph({ heading: HeadingLevel.HEADING_1, children })]
      case 'subheading':
        return [new Paragraph({ heading: HeadingLevel.HEADING_2, children })]
      case 'annex': {
        const number = annexes.length > 1 ? annexes.indexOf(part) + 1 : ''
        const word = [new TextRun(`${words.annex}${number}`)]
        return [
          new Paragraph({ style: 'Annex', pageBreakBefore: true, children: word }),
          new Paragraph({ keepNext: true }),
          new Paragraph({ heading: HeadingLevel.TITLE, children }),
          new Paragraph({ keepNext: true }),
        ]
      }
      case 'paragraph':
        // No page has nothing but a signature.
        return [new Paragraph({ style: 'Body', keepNext: part === text.at(-1), children })]
    }
  }

  const names = annexes.flatMap((part) => (part.type === 'table' ? [] : [part.text]))
  const { width, height, top, right, bottom, left, footer } = PAGE
  const document = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    evenAndOddHeaderAndFooters: true,
    styles: OFFICIAL_STYLES,
    sections: [
      {
        properties: {
          page: {
            size: { width: twipsOfMillimetres(width), height: twipsOfMillimetres(height) },
            margin: {
              top: twipsOfMillimetres(top),
              right: twipsOfMillimetres(right),
              bottom: twipsOfMillimetres(bottom),
              left: twipsOfMillimetres(left),
              footer: twipsOfMillimetres(footer),
            },
          },
        },
        footers: { default: pageNumberOf(docx, 'right'), even: pageNumberOf(docx, 'left') },
        children: [
          ...openingOf(docx, official),
          ...text.flatMap(childrenOf),
          ...annexNoteOf(docx, names, words.annexNote),
          ...signatureOf(docx, official),
          ...annexed.flatMap(childrenOf),
          ...imprintOf(docx, official),
        ],
      },
    ],
  })
  return Packer.toBlob(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }])
}
