import type { IStylesOptions } from 'docx'

/** Fonts of GB/T 9704-2012; see `SUBSTITUTES` for machines without them. */
export const FONTS = {
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体_GB2312',
  body: '仿宋_GB2312',
  page: '宋体',
} as const

/** By their names in Windows, Office and Chinese Linux office suites. */
export const SUBSTITUTES: Readonly<Record<string, string>> = {
  方正小标宋简体: '华文中宋',
  楷体_GB2312: '楷体',
  仿宋_GB2312: '仿宋',
}

/** Points: 二号, 三号, 四号, 小四, 五号, 小五. */
export const POINTS = { head: 36, title: 22, body: 16, small: 14, table: 10.5, smallTable: 9 } as const
/** Exact line spacing, in points. */
export const LINE = { body: 28, title: 35, head: 60 } as const
/** Line height in tables and of notes, in letters; as in print (src/ui/OfficialPrint.module.css). */
export const CELL_LINE = 1.3
/** Page margins and the distance of the page number from the edge, in millimetres (5.2.1, 7.5). */
export const PAGE = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26, footer: 25 } as const
/** Red of a letterhead and its line. */
export const RED = 'FF0000'

const TWIPS_OF_POINT = 20
/** Twentieths of a point per pixel at 96 dpi. */
export const TWIPS_OF_PIXEL = 15
/** Points to twentieths of a point. */
export const twips = (points: number) => Math.round(points * TWIPS_OF_POINT)
export const twipsOfMillimetres = (millimetres: number) => Math.round((millimetres * 1440) / 25.4)
/** Width between the margins, in twentieths of a point. */
export const TEXT_WIDTH = twipsOfMillimetres(PAGE.width - PAGE.left - PAGE.right)
/** The same in points. */
export const TEXT_WIDTH_POINTS = TEXT_WIDTH / TWIPS_OF_POINT

/** Padding of a table cell, in twentieths of a point. */
export const CELL_PADDING = { left: 40, right: 40, top: 30, bottom: 30 } as const
/** Width for the text of a cell with this share of the width between the margins, in points. */
export const cellTextWidth = (share: number) =>
  share * TEXT_WIDTH_POINTS - (CELL_PADDING.left + CELL_PADDING.right) / TWIPS_OF_POINT

export const fontOf = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name })
const runOf = (name: string, points: number) => ({ font: fontOf(name), size: points * 2, bold: false, color: '000000' })
/** Exact line spacing, in points. */
export const exactly = (points: number) => ({ before: 0, after: 0, line: twips(points), lineRule: 'exact' as const })
/** First-line indent of two characters, in Word's character unit and in twips. */
const FIRST_LINE = { firstLineChars: 200, firstLine: twips(2 * POINTS.body) }

/** Latin letters and digits use English rules: Chinese ones would break 2022 at a line end. */
const LANGUAGES = { value: 'en-US', eastAsia: 'zh-CN' }
/** Character spacing in twentieths of a point, reduced so that 28 characters fit a line (5.2.3). */
const CLOSER = { characterSpacing: -5 }

/** Named paragraph styles: an office can change one for the whole document. */
export const OFFICIAL_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { ...runOf(FONTS.body, POINTS.body), language: LANGUAGES },
      paragraph: { spacing: exactly(LINE.body) },
    },
    title: {
      run: runOf(FONTS.title, POINTS.title),
      paragraph: { alignment: 'center', spacing: exactly(LINE.title), keepNext: true },
    },
    heading1: {
      run: runOf(FONTS.heading, POINTS.body),
      paragraph: { indent: FIRST_LINE, spacing: exactly(LINE.body), keepNext: true },
    },
    heading2: {
      run: runOf(FONTS.subheading, POINTS.body),
      paragraph: { indent: FIRST_LINE, spacing: exactly(LINE.body), keepNext: true },
    },
  },
  paragraphStyles: [
    { id: 'Body', name: '公文正文', basedOn: 'Normal', run: CLOSER, paragraph: { indent: FIRST_LINE } },
    {
      id: 'Head',
      name: '发文机关标志',
      basedOn: 'Normal',
      run: { ...runOf(FONTS.title, POINTS.head), color: RED },
      paragraph: { alignment: 'center', spacing: exactly(LINE.head) },
    },
    {
      id: 'Subtitle',
      name: '副标题',
      basedOn: 'Normal',
      run: runOf(FONTS.subheading, POINTS.body),
      paragraph: { alignment: 'center', keepNext: true },
    },
    { id: 'Number', name: '发文字号', basedOn: 'Normal', paragraph: { alignment: 'center' } },
    { id: 'Annex', name: '附件序号', basedOn: 'Normal', run: runOf(FONTS.heading, POINTS.body) },
    {
      id: 'Cell',
      name: '表格文字',
      basedOn: 'Normal',
      run: { size: POINTS.table * 2 },
      paragraph: { alignment: 'center', spacing: { before: 0, after: 0, line: 240, lineRule: 'auto' } },
    },
    {
      id: 'Imprint',
      name: '版记',
      basedOn: 'Normal',
      run: { size: POINTS.small * 2 },
      paragraph: { spacing: exactly(LINE.body) },
    },
  ],
}
