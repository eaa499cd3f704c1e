import type * as Docx from 'docx'
import { FIXED_WORDS, type OfficialLines } from '@/domain/bulletin/official'
import type { TypesetPaper } from './official-paper'
import { exactly, FONTS, fontOf, LINE, POINTS, RED, TEXT_WIDTH, twips } from './official-style'

const LETTER = twips(POINTS.body)
const SMALL_LETTER = twips(POINTS.small)

/** Exact line spacing of a paper's text. */
type Spacing = ReturnType<typeof exactly>

/**
 * The part above the title: 发文机关标志 over its red line, 发文字号, and two empty lines, or one without a red line; nothing if
 * the paper has neither.
 */
export function openingOf(
  { Paragraph, TextRun }: typeof Docx,
  { head, number }: OfficialLines,
  spacing: Spacing,
): Docx.Paragraph[] {
  if (head === '' && number === '') return []
  const red = { style: 'single', size: 12, color: RED, space: 11 } as const
  return [
    ...(head ? [new Paragraph({ style: 'Head', children: [new TextRun(head)] }), new Paragraph({ spacing })] : []),
    new Paragraph({
      style: 'Number',
      spacing,
      ...(head ? { border: { bottom: red } } : {}),
      children: [new TextRun(number)],
    }),
    new Paragraph({ spacing }),
    ...(head ? [new Paragraph({ spacing })] : []),
  ]
}

/** 附件说明, one line below the text; entries below each other. */
export function annexNoteOf(
  { Paragraph, TextRun }: typeof Docx,
  notes: TypesetPaper['annexNotes'],
  spacing: Spacing,
): Docx.Paragraph[] {
  if (notes.length === 0) return []
  const word = FIXED_WORDS.annexNote
  const number = notes.length > 1 ? 1 : 0
  const lines = notes.map(
    (text, i) =>
      new Paragraph({
        keepNext: true,
        spacing,
        indent: {
          left: LETTER * (2 + word.length + number),
          hanging: LETTER * ((i === 0 ? word.length : 0) + number),
        },
        children: [new TextRun(`${i === 0 ? word : ''}${text}`)],
      }),
  )
  return [new Paragraph({ keepNext: true, spacing }), ...lines]
}

/** 发文机关署名 and 成文日期, with two empty lines for the seal. */
export function signatureOf(
  { Paragraph, TextRun }: typeof Docx,
  signed: TypesetPaper['signed'],
  spacing: Spacing,
): Docx.Paragraph[] {
  if (signed.length === 0) return []
  return [
    new Paragraph({ keepNext: true, spacing }),
    new Paragraph({ keepNext: true, spacing }),
    ...signed.map(
      ({ text, right }, i) =>
        new Paragraph({
          alignment: 'right',
          spacing,
          indent: { right: Math.round(right * LETTER) },
          keepNext: i < signed.length - 1,
          children: [new TextRun(text)],
        }),
    ),
  ]
}

/** 版记 at the foot of the last page, between lines. */
export function imprintOf(docx: typeof Docx, lines: OfficialLines): Docx.FileChild[] {
  const { Paragraph, Tab, Table, TableCell, TableRow, TextRun, WidthType } = docx
  const { copyTo, issuedBy, issuedOn } = lines
  const said = [
    ...(copyTo ? [{ children: [copyTo], hanging: SMALL_LETTER * 3 }] : []),
    ...(issuedBy || issuedOn ? [{ children: [issuedBy, new Tab(), issuedOn], hanging: 0 }] : []),
  ]
  if (said.length === 0) return []
  const rule = (size: number) => ({ style: 'single', size, color: '000000' }) as const
  const none = { style: 'none', size: 0, color: 'auto' } as const
  const width = { size: TEXT_WIDTH, type: WidthType.DXA }
  return [
    // Placeholder as high as the floating table, so that the page's text ends above it.
    new Paragraph({ keepNext: true, spacing: exactly(LINE.body * (said.length + 1)) }),
    new Table({
      width,
      columnWidths: [TEXT_WIDTH],
      layout: 'fixed',
      borders: {
        top: rule(8),
        bottom: rule(8),
        insideHorizontal: rule(6),
        left: none,
        right: none,
        insideVertical: none,
      },
      float: {
        horizontalAnchor: 'margin',
        relativeHorizontalPosition: 'left',
        verticalAnchor: 'margin',
        relativeVerticalPosition: 'bottom',
      },
      rows: said.map(
        ({ children, hanging }) =>
          new TableRow({
            cantSplit: true,
            children: [
              new TableCell({
                width,
                margins: { left: 0, right: 0 },
                children: [
                  new Paragraph({
                    style: 'Imprint',
                    keepNext: true,
                    indent: { left: SMALL_LETTER + hanging, right: SMALL_LETTER, hanging },
                    tabStops: [{ type: 'right', position: TEXT_WIDTH - SMALL_LETTER }],
                    children: [new TextRun({ children })],
                  }),
                ],
              }),
            ],
          }),
      ),
    }),
    new Paragraph({ spacing: exactly(1) }),
  ]
}

/** “— 1 —”, one character from the outer edge: right on odd pages, left on even ones. */
export function pageNumberOf(
  { Footer, PageNumber, Paragraph, TextRun }: typeof Docx,
  side: 'left' | 'right',
): Docx.Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side,
        indent: { [side]: SMALL_LETTER },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            font: fontOf(FONTS.page),
            size: POINTS.small * 2,
          }),
        ],
      }),
    ],
  })
}
