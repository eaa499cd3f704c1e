import { countFilled } from '@/domain/intake/recognise/sheet'
import type { TableFile } from '@/io/formats/table-file'

/** Names of sheets that only explain the others. */
const NOTES = /^(?:.{0,2}\u8bf4\u660e|notes|readme)$/i
/** A sheet with fewer filled rows than this is a note, not a table. */
const MIN_ROWS = 2

/** Indexes of the sheets to import: neither hidden nor notes. */
export function tableSheets({ sheets }: TableFile): number[] {
  return sheets.flatMap(({ head, hidden }, sheet) =>
    hidden || NOTES.test(head.name) || head.rows.filter((cells) => countFilled(cells) >= 2).length < MIN_ROWS
      ? []
      : [sheet],
  )
}
