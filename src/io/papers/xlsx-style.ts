import type { CellStyle, WriteSheet } from 'hucre/xlsx'

const SIDE = { style: 'thin', color: { rgb: 'FFB9C0BC' } } as const
export const BORDER = { top: SIDE, right: SIDE, bottom: SIDE, left: SIDE }
export const FONT = { name: '宋体', size: 11 }
/** Font size of text above and below a table. */
export const SMALL = 10
export const TITLE: CellStyle = {
  font: { ...FONT, bold: true, size: 16 },
  alignment: { horizontal: 'center', vertical: 'center' },
}
export const HEADING: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE9EEF0' } },
  border: BORDER,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
const INCH = 2.54

/** A4 landscape, one page wide. @param fitToHeight pages; 0: unlimited. @param titles rows repeated on every page */
export const pageSetup = (fitToHeight: number, titles: string): NonNullable<WriteSheet['pageSetup']> => ({
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight,
  printTitlesRow: titles,
  horizontalCentered: true,
  margins: { left: 1.5 / INCH, right: 1.5 / INCH, top: 1.8 / INCH, bottom: 1.8 / INCH, header: 0.3, footer: 0.3 },
})
