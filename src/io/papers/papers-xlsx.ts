import type { Cell } from 'hucre/xlsx'
import { roundHalfEven } from '@/domain/dustfall/rounding'
import type { MeetingPapers, PaperTable } from './papers'
import { sheetName } from './sheet-name'

const OVER: Cell['style'] = {
  font: { bold: true, color: { rgb: 'FFB3261E' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFBE3C8' } },
}
const FORMATS = { text: '@', whole: '0', tenth: '0.0', fourth: '0.0000', number: 'General' }
/** Title, note and headings stand above the rows. */
const ABOVE = 3

/** The customary table, the year, who moved, and where each figure is from: figures as numbers, what is over the limit marked. */
export async function rankingWorkbook({ ranking, year, movers, derivation, note }: MeetingPapers): Promise<Blob> {
  const { writeXlsx } = await import('hucre/xlsx')
  const taken = new Set<string>()
  const sheetOf = ({ title, headings, formats, rows, over }: PaperTable) => {
    const cells = new Map<string, Partial<Cell>>()
    rows.forEach((row, i) => {
      row.forEach((value, column) => {
        if (value === null) return
        const style = { ...(over[i] ? OVER : {}), numFmt: FORMATS[formats[column] ?? 'text'] }
        cells.set(`${ABOVE + i},${column}`, { style })
      })
    })
    return {
      name: sheetName(title, taken),
      columns: headings.map((heading) => ({ width: Math.max(10, heading.length * 2.4) })),
      rows: [
        [title],
        [note],
        [...headings],
        // A spreadsheet would round a tie up where the other papers go to the even digit.
        ...rows.map((row) =>
          row.map((value, i) => (typeof value === 'number' && formats[i] === 'tenth' ? roundHalfEven(value) : value)),
        ),
      ],
      cells,
      freezePane: { rows: ABOVE },
    }
  }
  const bytes = await writeXlsx({ sheets: [ranking, year, movers, derivation].map(sheetOf) })
  return new Blob([bytes as Uint8Array<ArrayBuffer>], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}
