import { filledColumns } from './filled-columns'
import type { OfficialPaper } from './official-paper'
import { bulletinTables, type MeetingPapers } from './papers'

/** The 通报 as an official document. */
export function bulletinPaper(papers: MeetingPapers): OfficialPaper {
  const { parts, official, title, author } = papers
  const tables = bulletinTables(papers)
  return {
    title,
    author,
    lines: official,
    blocks: parts.map((part) =>
      part.type === 'table' ? { type: 'table', table: filledColumns(tables[part.table]!) } : part,
    ),
  }
}
