import { filled } from '@/domain/intake/recognise/sheet'
import type { TableFile } from '@/io/formats/table-file'

/** Sheets that explain the others. */
const NOTES = /^(?:.{0,2}\u8bf4\u660e|notes|readme)$/i
/** A sheet with fewer filled rows than this is a note, not a table. */
const LEAST_ROWS = 2

/** Places of the sheets of a file that hold a table for us: neither hidden ones nor notes. */
export function tableSheets({ sheets }: TableFile): number[] {
  return sheets.flatMap(({ head, hidden }, sheet) =>
    hidden || NOTES.test(head.name) || head.rows.filter((cells) => filled(cells) >= 2).length < LEAST_ROWS
      ? []
      : [sheet],
  )
}
