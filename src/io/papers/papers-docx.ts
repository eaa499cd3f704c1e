import type { FileChild } from 'docx'
import type { BulletinPart } from '@/domain/bulletin/template'
import { bulletinTables, type MeetingPapers, type PaperTable, printedRows } from './papers'

const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'FangSong' }
/** 2.5 cm, in twentieths of a point. */
const MARGIN = 1417
/** Two letters, as a paragraph of an office begins. */
const INDENT = 640

/** The bulletin as a Word document: A4, page numbers, tables with a heading that is repeated on every page. */
export async function bulletinDocument(papers: MeetingPapers): Promise<Blob> {
  const { parts, words } = papers
  const docx = await import('docx')
  const { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Table, TableCell, TableRow } =
    docx
  const { TextRun, WidthType } = docx
  const tables = bulletinTables(papers)
  const cell = (text: string, bold: boolean) =>
    new TableCell({
      margins: { left: 60, right: 60, top: 30, bottom: 30 },
      children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold, size: 20 })] })],
    })
  const tableOf = (table: PaperTable) =>
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: table.headings.map((text) => cell(text, true)) }),
        ...printedRows(table).map(
          (row, i) =>
            new TableRow({ cantSplit: true, children: row.map((text) => cell(text, table.over[i] ?? false)) }),
        ),
      ],
    })
  const childOf = (part: BulletinPart): FileChild => {
    switch (part.type) {
      case 'table':
        return tableOf(tables[part.table]!)
      case 'title':
        return new Paragraph({
          heading: HeadingLevel.TITLE,
          alignment: AlignmentType.CENTER,
          spacing: { after: 240 },
          children: [new TextRun({ text: part.text, bold: true, size: 44, color: '000000' })],
        })
      case 'heading':
        return new Paragraph({
          heading: HeadingLevel.HEADING_1,
          spacing: { before: 240, after: 120 },
          children: [new TextRun({ text: part.text, bold: true, size: 32, color: '000000' })],
        })
      case 'paragraph':
        return new Paragraph({
          indent: { firstLine: INDENT },
          spacing: { line: 480 },
          children: [new TextRun({ text: part.text, size: 32 })],
        })
    }
  }
  const [before, after] = words.page
  const footer = new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [before, PageNumber.CURRENT, after], size: 20 })],
      }),
    ],
  })
  const margin = { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN }
  return Packer.toBlob(
    new Document({
      styles: { default: { document: { run: { font: FONT } } } },
      sections: [
        {
          properties: { page: { size: { width: 11906, height: 16838 }, margin } },
          footers: { default: footer },
          children: parts.map(childOf),
        },
      ],
    }),
  )
}
