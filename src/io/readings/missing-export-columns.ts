import type { SheetHead } from '@/domain/intake/recognise/sheet'
import { canBeReadingsHeading, type ExportHints } from '@/domain/monitoring/export-form'
import { type MissingReadingColumn, missingReadingColumns } from '@/domain/monitoring/missing-reading-columns'
import { canBeTracksHeading, type MissingTrackColumn, missingTrackColumns } from '@/domain/trucks/track-form'
import { openExport } from '@/io/formats/export-table'
import { withWholeTimes } from '@/io/formats/whole-times'

/** The sort of export. */
export type ExportKind = 'readings' | 'tracks'

/** A column that is missing for reading a file as the export the user says it is. */
export type MissingExportColumn = MissingReadingColumn | MissingTrackColumn

/**
 * Columns a file lacks to be read as an export; of several tables, those of the table lacking the fewest. For a file
 * without tables, all columns.
 */
export async function missingExportColumns(
  file: File,
  sort: ExportKind,
  header: ExportHints['header'],
): Promise<readonly MissingExportColumn[]> {
  const table = await openExport(file, null)
  const heads = (table?.sheets ?? [])
    .filter(({ hidden }) => !hidden)
    .map((sheet) => withWholeTimes(sheet, sort === 'readings' ? canBeReadingsHeading : canBeTracksHeading).head)
  const none: SheetHead = { name: '', rows: [], merges: [], hiddenColumns: [] }
  const lackingOf = (head: SheetHead): readonly MissingExportColumn[] =>
    sort === 'readings' ? missingReadingColumns(head, header) : missingTrackColumns(head)
  const [least] = [...(heads.length > 0 ? heads : [none])].map(lackingOf).sort((a, b) => a.length - b.length)
  return least!
}
