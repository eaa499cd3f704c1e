import { bulletinPaper } from './bulletin-paper'
import type { HandoverTable } from './handover-table'
import { type OfficialPaper, titleOf } from './official-paper'
import { bulletinTables, type MeetingPapers, type PaperTable, printedRows } from './papers'
import { wordPicture } from './word-picture'
import type { WordData } from './word-template'

type Rows = readonly Readonly<Record<string, string>>[]

/** Width of a picture in an office's own document: 15 cm, which fits the margins of any A4 document. */
const PICTURE_PIXELS = 567
/** Width of a photo: two fit side by side. */
const PHOTO_PIXELS = 280

/** The rows of a table as objects keyed by heading. */
const rowsOf = (headings: readonly string[], rows: readonly (readonly string[])[]): Rows =>
  rows.map((row) => Object.fromEntries(headings.map((heading, i) => [heading, row[i] ?? ''])))

/** Template fields of a monthly paper: those of its text, its official lines, and its tables as lists. */
export function officialData(
  { title, lines, blocks }: OfficialPaper,
  fields: Readonly<Record<string, string>>,
  tables: Readonly<Record<string, PaperTable>>,
): WordData {
  return {
    ...fields,
    标题: titleOf(blocks) || title,
    发文机关标志: lines.head,
    文号: lines.number,
    主送: lines.to,
    发文机关: lines.signature,
    成文日期: lines.date,
    抄送: lines.copyTo,
    印发机关: lines.issuedBy,
    印发日期: lines.issuedOn,
    ...Object.fromEntries(
      Object.entries(tables).map(([name, table]) => [name, rowsOf(table.headings, printedRows(table))]),
    ),
  }
}

/** Template fields of the 通报; its requirements are also a list. */
export function bulletinData(papers: MeetingPapers): WordData {
  // Name used by templates of earlier versions.
  const { 恶化情况: _, ...fields } = papers.fields
  const demands = (fields.工作要求 ?? '').split('\n').filter(Boolean)
  return {
    ...officialData(bulletinPaper(papers), fields, bulletinTables(papers)),
    要求: demands.map((text) => ({ 内容: text })),
  }
}

/** Template fields of a 督办单: its lines, its map, and its table as a list. */
export function sheetData(table: HandoverTable): WordData {
  const { title, subtitle, to, intro, headings, rows, picture, blanks, notes, name, only = '' } = table
  return {
    名称: name,
    标题: title,
    副标题: subtitle,
    主送: to,
    说明: intro,
    落款: blanks.join('\n'),
    // First in the notes too, so that templates of earlier versions say it.
    条件: only,
    备注: [only, ...notes].filter((line) => line !== '').join('\n'),
    地图: picture ? wordPicture(picture, PICTURE_PIXELS, title) : '',
    清单: rowsOf(headings, rows),
  }
}

/** Names of a report's further tables in an office's own document. */
const FIELDS = {
  returned: '退回',
  rounds: '巡查路线',
  cases: '异常处置',
  coverage: '覆盖情况',
  found: '新污染源',
} as const

/** Template fields of a 巡查日报 or 周报: those of a sheet, plus its photos and further tables as lists. */
export function reportData(table: HandoverTable): WordData {
  const { more = [], photos = [] } = table
  return {
    ...sheetData(table),
    照片: photos
      .flatMap((group) => group.photos)
      .map(({ name, lines, picture }) => {
        const caption = [name, ...lines].join('，')
        return { 图: picture ? wordPicture(picture, PHOTO_PIXELS, caption) : '', 图注: caption }
      }),
    ...Object.fromEntries(more.map((each) => [FIELDS[each.field], rowsOf(each.headings, printedRows(each))])),
  }
}

/** All template fields of a report, for checking templates: each list has one entry with empty values. */
export function reportFields(table: HandoverTable): WordData {
  const empty = (headings: readonly string[]) => [Object.fromEntries(headings.map((heading) => [heading, '']))]
  return {
    ...reportData(table),
    清单: empty(table.headings),
    照片: empty(['图', '图注']),
    ...Object.fromEntries((table.more ?? []).map((each) => [FIELDS[each.field], empty(each.headings)])),
  }
}
