import type { HandoverTable } from './handover-table'
import { printable } from './printable'
import { sheetName } from './sheet-name'

const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun' }
/** 2 cm, in twentieths of a point. */
const MARGIN = 1134
/** Width of the map on the page, in pixels of 96 to the inch. */
const MAP_PIXELS = 600

/** Hand-over sheets as one Word document, each on pages of its own: A4, with the table's heading repeated and the page's number between two words. */
export async function handoverDocument(
  tables: readonly HandoverTable[],
  pageWords: readonly [string, string],
): Promise<Blob> {
  const [before, after] = printable(pageWords)
  const {
    AlignmentType,
    Document,
    Footer,
    HeadingLevel,
    ImageRun,
    Packer,
    PageNumber,
    Paragraph,
    Table,
    TableCell,
    TableRow,
    TextRun,
    WidthType,
  } = await import('docx')
  const cell = (text: string, width: number, bold = false) =>
    new TableCell({
      width: { size: width, type: WidthType.PERCENTAGE },
      margins: { left: 60, right: 60, top: 30, bottom: 30 },
      children: text
        .split('\n')
        .map((line) => new Paragraph({ children: [new TextRun({ text: line, bold, size: 18 })] })),
    })
  const sections = printable(tables).map(
    ({ title, to, subtitle, intro, headings, widths, rows, picture, notes, blanks }) => ({
      properties: {
        page: {
          size: { width: 11906, height: 16838 },
          margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
        },
      },
      footers: {
        default: new Footer({
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ children: [before, PageNumber.CURRENT, after], size: 18 })],
            }),
          ],
        }),
      },
      children: [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ text: title, bold: true, size: 36, color: '000000' })],
        }),
        new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: subtitle, size: 20 })] }),
        new Paragraph({ spacing: { before: 200 }, children: [new TextRun({ text: to, bold: true, size: 24 })] }),
        new Paragraph({ spacing: { after: 160 }, children: [new TextRun({ text: intro, size: 22 })] }),
        ...(picture
          ? [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new ImageRun({
                    type: 'png',
                    data: picture.bytes,
                    transformation: {
                      width: MAP_PIXELS,
                      height: Math.round((MAP_PIXELS * picture.height) / picture.width),
                    },
                  }),
                ],
              }),
            ]
          : []),
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: [
            new TableRow({
              tableHeader: true,
              cantSplit: true,
              children: headings.map((text, i) => cell(text, widths[i]!, true)),
            }),
            ...rows.map(
              (row) => new TableRow({ cantSplit: true, children: row.map((text, i) => cell(text, widths[i]!)) }),
            ),
          ],
        }),
        ...[...blanks, ...notes].map(
          (text) => new Paragraph({ spacing: { before: 200 }, children: [new TextRun({ text, size: 20 })] }),
        ),
      ],
    }),
  )
  const document = new Document({ styles: { default: { document: { run: { font: FONT } } } }, sections })
  return Packer.toBlob(document)
}

/** The same as a workbook, a sheet for each; texts are written as texts, so none can run as a formula. */
export async function handoverWorkbook(tables: readonly HandoverTable[]): Promise<Blob> {
  const { writeXlsx } = await import('hucre/xlsx')
  const taken = new Set<string>()
  const bytes = await writeXlsx({
    sheets: printable(tables).map(({ title, to, subtitle, intro, headings, widths, rows, notes, blanks, name }) => ({
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
      freezePane: { rows: 5 },
    })),
  })
  return new Blob([bytes as Uint8Array<ArrayBuffer>], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}
