import type { HandoverTable } from './handover-table'
import { bulletinTables, type MeetingPapers, printedRows } from './papers'
import type { WordData } from './word-template'

type Rows = readonly Readonly<Record<string, string>>[]

/** The rows of a table, each cell under its heading. */
const rowsOf = (headings: readonly string[], rows: readonly (readonly string[])[]): Rows =>
  rows.map((row) => Object.fromEntries(headings.map((heading, i) => [heading, row[i] ?? ''])))

/** The fields of the 通报: those of its text, the lines around it, and its tables as lists. */
export function bulletinData(papers: MeetingPapers): WordData {
  const { official, parts } = papers
  // What templates of earlier versions call it.
  const { 恶化情况: _, ...fields } = papers.fields
  const title = parts.find(({ type }) => type === 'title')
  const demands = (fields.工作要求 ?? '').split('\n').filter(Boolean)
  return {
    ...fields,
    标题: title && title.type !== 'table' ? title.text : papers.title,
    发文机关标志: official.head,
    文号: official.number,
    主送: official.to,
    发文机关: official.signature,
    成文日期: official.date,
    抄送: official.copyTo,
    印发机关: official.issuedBy,
    印发日期: official.issuedOn,
    要求: demands.map((text) => ({ 内容: text })),
    ...Object.fromEntries(
      Object.entries(bulletinTables(papers)).map(([name, table]) => [name, rowsOf(table.headings, printedRows(table))]),
    ),
  }
}

/** The fields of a 督办单 or a 日报: its lines, and its table as a list. */
export function sheetData(table: HandoverTable): WordData {
  const { title, subtitle, to, intro, headings, rows, blanks, notes, name } = table
  return {
    名称: name,
    标题: title,
    副标题: subtitle,
    主送: to,
    说明: intro,
    落款: blanks.join('\n'),
    备注: notes.join('\n'),
    清单: rowsOf(headings, rows),
  }
}
