import type { Merge } from '@/domain/intake/recognise/sheet'
import { openDocx } from './docx'
import type { HeldTable } from './table-file'
import { sheetTable, type WorkbookSheet } from './workbook'
import type { Archive } from './zip'

/** A part of a document as mammoth provides it; text deleted by a tracked change is not included. */
interface Part {
  readonly type: string
  readonly value?: string
  readonly children?: readonly Part[]
  readonly colSpan?: number
  readonly rowSpan?: number
}

/** A table's name is not a sentence and no longer than a caption. */
const LONGEST_NAME = 60
const SENTENCE = /[。；;：:，,]$/
const MAX_COLUMNS = 1 << 10

/** All tables of a Word document, nested ones after their outer table, each named by the caption above it. */
export async function readDocxTables(archive: Archive, file: string): Promise<HeldTable[]> {
  const found: WorkbookSheet[] = []
  await openDocx(archive, (document: Part) => collect(document.children ?? [], found))
  return found.map((sheet) => sheetTable(sheet, file))
}

function collect(parts: readonly Part[], found: WorkbookSheet[]): void {
  let caption = ''
  for (const part of parts) {
    if (part.type === 'table') {
      found.push(tableOf(part, nameFor(caption, found)))
      caption = ''
      for (const row of part.children ?? []) for (const cell of row.children ?? []) collect(cell.children ?? [], found)
      continue
    }
    const text = textOf(part).trim()
    if (text !== '' && text.length <= LONGEST_NAME && !SENTENCE.test(text)) caption = text
    // A text box may hold a table.
    if (holdsTable(part)) collect(part.children ?? [], found)
  }
}

const holdsTable = ({ children }: Part): boolean =>
  children?.some((child) => child.type === 'table' || holdsTable(child)) ?? false

/** The caption, numbered if it is repeated; a table without a caption is numbered in order. */
function nameFor(caption: string, found: readonly WorkbookSheet[]): string {
  const name = caption === '' ? `表${found.length + 1}` : caption
  return found.some((sheet) => sheet.name === name) ? `${name} (${found.length + 1})` : name
}

/** Text of a part without nested tables; paragraphs and line breaks become lines. */
function textOf(part: Part): string {
  if (part.type === 'text') return part.value ?? ''
  if (part.type === 'tab') return '\t'
  if (part.type === 'break') return '\n'
  const within = (part.children ?? []).filter(({ type }) => type !== 'table')
  const lines = within.some(({ type }) => type === 'paragraph')
  return within.map(textOf).join(lines ? '\n' : '')
}

/** A table as a sheet: a cell is in its first row and column, `merges` gives its extent. */
function tableOf(table: Part, name: string): WorkbookSheet {
  const rows: string[][] = []
  const merges: Merge[] = []
  /** For each column, the first row not covered by a cell from above. */
  const free: number[] = []
  const lines = (table.children ?? []).filter(({ type }) => type === 'tableRow')
  lines.forEach((line, row) => {
    const cells: string[] = []
    let column = 0
    for (const cell of line.children ?? []) {
      while ((free[column] ?? 0) > row) column++
      const width = Math.min(Math.max(1, cell.colSpan ?? 1), MAX_COLUMNS)
      const height = Math.min(Math.max(1, cell.rowSpan ?? 1), lines.length - row)
      if (column + width > MAX_COLUMNS) break
      while (cells.length < column) cells.push('')
      cells[column] = textOf(cell).trim()
      for (let i = column; i < column + width; i++) free[i] = row + height
      if (width > 1 || height > 1)
        merges.push({
          startRow: row,
          startColumn: column,
          endRow: row + height - 1,
          endColumn: column + width - 1,
        })
      column += width
    }
    while (cells.length < column) cells.push('')
    rows.push(cells)
  })
  return { name, rows, merges, hiddenColumns: [], hidden: false }
}
