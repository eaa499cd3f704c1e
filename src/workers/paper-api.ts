import type { ExportTable } from '@/io/export/export'
import type { ExportCrs, ExportFormat } from '@/io/export/export-format'
import type { HandoverTable } from '@/io/papers/handover-table'
import type { OfficialPaper } from '@/io/papers/official-paper'
import type { MeetingPapers } from '@/io/papers/papers'
import type { WordData } from '@/io/papers/word-template'
import { type PaperFormat, writePapers } from '@/io/papers/write-papers'
import { exportFindings } from '@/questions/exports/export-findings'
import { exportSources } from '@/questions/exports/export-sources'
import type { ExportWhat, ExportWords } from '@/questions/exports/export-words'
import { type HandoverGroup, handoverSheets } from '@/questions/exports/handover'
import { filesOfExport } from '@/questions/exports/paper-files'
import type { FilteredSources } from '@/questions/filtered-sources'
import { inTableOrder, type TableRequest } from '@/questions/table/table-view'

/** Questions of the page for files: exports of what is shown, sheets, papers and slides. */
export const paperApi = (filtered: () => FilteredSources) => ({
  handoverSheets: (group: HandoverGroup, language: string) => handoverSheets(filtered(), group, language),
  async handoverWorkbook(tables: readonly HandoverTable[]) {
    return (await import('@/io/papers/handover')).handoverWorkbook(tables)
  },
  exportFiles: (what: ExportWhat) => filesOfExport(filtered(), what),
  async exportFile(
    what: ExportWhat,
    format: ExportFormat,
    crs: ExportCrs,
    /** The table whose order the file follows; null: worst first. */
    as: TableRequest | null,
    language: string,
    words: ExportWords,
  ) {
    const shown = as ? inTableOrder(filtered(), as) : filtered()
    const { exportTable } = await import('@/io/export/export')
    const rows = what === 'sources' ? exportSources(shown, language, words) : exportFindings(shown, language, words)
    return exportTable(rows, format, crs)
  },
  /** Exports a table that the page made. */
  exportRows: async (table: ExportTable, format: ExportFormat) =>
    (await import('@/io/export/export')).exportTable(table, format, 'wgs84'),
  meetingPapersFile: (papers: MeetingPapers, format: PaperFormat) => writePapers(papers, format),
  async officialFile(papers: readonly OfficialPaper[]) {
    return (await import('@/io/papers/official-document')).officialDocument(papers)
  },
  async fillWord(template: Blob, data: WordData) {
    const { fillWordTemplate } = await import('@/io/papers/word-template')
    return fillWordTemplate(template, data)
  },
  async deckLook(file: Blob) {
    const { readDeckLook } = await import('@/io/papers/slides/read-look')
    return readDeckLook(file)
  },
})
