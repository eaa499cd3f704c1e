import { dayNumber, formatDay, type IsoDay, lastDayOf } from '@/domain/calendar'
import { bodiesOfCell } from './bodies'
import { deadlinesIn, type PlanYears } from './deadlines'
import { quoted } from './phrase'
import { type PlanText, paragraphsOf, type Span, textOfSpan, trimmed } from './plan-text'

/** A row of a table in the plan: task, deadline, and departments. */
export interface FoundRow extends Span {
  /** Number of the row in its table, without the header, and of the table in the plan; both from 1. */
  readonly row: number
  readonly table: number
  readonly what: string
  /** Null if the row names none. */
  readonly day: IsoDay | null
  readonly lead: readonly string[]
  /** Supporting departments. */
  readonly support: readonly string[]
  readonly carriedOutBy: readonly string[]
}

/** Separates the cells of a row in the plain form of a text. */
const BAR = '|'
const HEADINGS = {
  what: /任务|事项|内容|项目|措施|工作/,
  day: /时限|期限|时间|日期|节点|进度/,
  lead: /牵头|主办|主责/,
  support: /配合|参与|参加|协办|协同/,
  carriedOutBy: /责任|落实|实施|承办|单位|部门/,
} as const
type Column = keyof typeof HEADINGS
/** Other headings that a table may have. */
const OTHER_HEADING = /^(?:序号|编号|类别|备注|目标|指标|区县|县区|地区|进展|完成情况)$/
const MAX_HEADING = 12

/** Cell index of each column. */
type Columns = Readonly<Partial<Record<Column, number>>>

const cellsOf = (plain: string, { start, end }: Span): Span[] => {
  let at = start
  return textOfSpan(plain, { start, end })
    .split(BAR)
    .map((words) => {
      const cell = { start: at, end: at + words.length }
      at = cell.end + BAR.length
      return trimmed(plain, cell)
    })
}

/** Columns of a header; null if the line is not a header. */
function columnsOf(plain: string, cells: readonly Span[]): Columns | null {
  const texts = cells.map((cell) => textOfSpan(plain, cell).replace(/\s/g, ''))
  if (texts.some((text) => text.length > MAX_HEADING || /\d/.test(text))) return null
  const said = texts.map((text) => Object.entries(HEADINGS).find(([, words]) => words.test(text))?.[0] as Column)
  const count = texts.filter((text, i) => said[i] || OTHER_HEADING.test(text)).length
  if (count < 2 || count < texts.length - 1) return null
  const columns: Partial<Record<Column, number>> = {}
  said.forEach((column, i) => {
    if (column) columns[column] ??= i
  })
  return columns
}

/** 2023.7, 2023-07-31, 7月31日前; not 7月前, which means the previous month. */
const WRITTEN_DAY =
  /^(?:(20\d\d)[年./-](\d{1,2})(?:[月./-](?:(\d{1,2})日?)?)?|(\d{1,2})月(?:(\d{1,2})日)?)([底末]?)((?:[之以]?前)?)$/

/** Day in a cell with only a day: the last day for the task, however it is written. */
function dayOfCell(planText: PlanText, cell: Span, time: PlanYears): IsoDay | null {
  const written = WRITTEN_DAY.exec(textOfSpan(planText.plain, cell).replace(/\s/g, ''))
  const day = written?.[3] ?? written?.[5]
  if (written && (day !== undefined || written[6] !== '' || written[7] === '')) {
    const [year, month] = [Number(written[1] ?? time.lastYear), Number(written[2] ?? written[4])]
    if (day === undefined) return monthEnd(year, month)
    const number = dayNumber(year, month, Number(day))
    return number === null ? null : formatDay(number)
  }
  return deadlinesIn(planText, cell, time, []).find((each) => each.day !== null)?.day ?? null
}

const monthEnd = (year: number, month: number) =>
  month >= 1 && month <= 12 ? lastDayOf(`${year}-${String(month).padStart(2, '0')}`) : null

/** Without a header, the first cell with words is the task, and the first other cell with a day is the deadline. */
function guessed(planText: PlanText, cells: readonly Span[], time: PlanYears): Columns {
  const what = cells.findIndex((cell) => /\p{Script=Han}{3}/u.test(textOfSpan(planText.plain, cell)))
  const day = cells.findIndex((cell, i) => i !== what && dayOfCell(planText, cell, time) !== null)
  return { ...(what < 0 ? {} : { what }), ...(day < 0 ? {} : { day }) }
}

/**
 * Rows of the tables in a span, each with its task. Rows without a task and headers are left out. `known` are
 * department names in the package.
 */
export function rowsIn(planText: PlanText, span: Span, time: PlanYears, known: readonly string[]): FoundRow[] {
  const { plain } = planText
  const found: FoundRow[] = []
  let columns: Columns | null = null
  let [table, row] = [0, 0]
  let isWithin = false
  for (const line of paragraphsOf(textOfSpan(plain, span))) {
    const own = { start: span.start + line.start, end: span.start + line.end }
    const cells = cellsOf(plain, own)
    if (cells.length < 2) {
      isWithin = false
      continue
    }
    const header = columnsOf(plain, cells)
    if (!isWithin) {
      table++
      row = 0
      columns = null
    }
    isWithin = true
    // A table that continues on the next page may repeat its header.
    if (header) {
      columns = header
      continue
    }
    row++
    const { what, day, lead, support, carriedOutBy } = columns ?? guessed(planText, cells, time)
    const cellAt = (column: number | undefined) => (column === undefined ? undefined : cells[column])
    const names = (cell: Span | undefined) => (cell ? bodiesOfCell(planText, cell, known) : [])
    const task = cellAt(what)
    if (!task || !/\p{Script=Han}/u.test(textOfSpan(plain, task))) continue
    const dayCell = cellAt(day)
    const [leads, others] = [names(cellAt(lead)), names(cellAt(carriedOutBy))]
    found.push({
      ...own,
      ...{ row, table },
      what: quoted(planText, task),
      day: (dayCell && dayOfCell(planText, dayCell, time)) ?? dayOfCell(planText, task, time),
      // 责任单位 means the lead if there is no other lead column.
      lead: lead === undefined ? others : leads,
      support: names(cellAt(support)),
      carriedOutBy: lead === undefined ? [] : others,
    })
  }
  return found
}
