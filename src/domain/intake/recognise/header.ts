import { isAbsentMark, parseDayCell, parseNumber, plainText } from '@/domain/sources/reading/cell'
import { countFilled, type SheetHead } from './sheet'

/** Position and content of a table's header. Rows count from 0. */
export interface Header {
  readonly firstRow: number
  /** 1, or 2 if headings are grouped: 坐标 above 经度 and 纬度. */
  readonly rowCount: number
  /** One name per column; grouped ones as `坐标/经度`, '' for a column without a heading. */
  readonly names: readonly string[]
  /** As earlier versions named them, if different: 序号/序号 for a heading merged over both rows. */
  readonly formerNames?: readonly string[]
  /** Text above the header. */
  readonly title: string
}

/** Longest part of a heading that is considered; text beyond it does not help to identify a column. */
export const LONGEST_HEADING = 200

const OPENING = /[（(【[]/
const CLOSING = /[)）】\]]/

/** The header is searched only in this many rows. */
const LATEST_ROW = 20

/** A heading without irrelevant parts: blanks, units in brackets, `是否`, `情况`. */
export function bareHeading(heading: string): string {
  return plainText(heading.slice(0, LONGEST_HEADING))
    .toLowerCase()
    .replace(/[（(【[].*?[)）】\]]+/g, '')
    .replace(/[\s*:：、，,.。\-_/"']/g, '')
    .replace(/^(?:是否|有无)|(?:是否|情况|状况|是\/否)$/g, '')
}

/**
 * Splits a heading into its group, if any, and its own words: `坐标/经度`. A slash within brackets belongs to a unit:
 * `降尘量(t/(km²·30d))`.
 */
export function headingParts(heading: string): string[] {
  const parts = ['']
  let open = 0
  const text = heading.slice(0, LONGEST_HEADING)
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    // A bracket that is never closed is none.
    if (OPENING.test(char) && CLOSING.test(text.slice(at))) open++
    else if (CLOSING.test(char)) open = Math.max(0, open - 1)
    if (char === '/' && open === 0) parts.push('')
    else parts[parts.length - 1] += char
  }
  return parts
}

const looksLikeValue = (cell: string): boolean =>
  parseNumber(cell) !== null || parseDayCell(cell) !== null || isAbsentMark(cell)

/**
 * Finds the header: the row with the most distinct words, the most known headings, and the fewest values. `known` tells
 * whether a heading is one that offices use, `isCounty` whether one groups points by county, `isMonth` whether one is
 * a month's name.
 */
export function findHeader(
  sheet: SheetHead,
  known: (heading: string) => boolean,
  isCounty: (heading: string) => boolean = () => false,
  isMonth: (heading: string) => boolean = () => false,
): Header {
  const width = Math.max(0, ...sheet.rows.map((row) => row.length))
  let best = { row: 0, score: Number.NEGATIVE_INFINITY }
  sheet.rows.slice(0, LATEST_ROW).forEach((cells, row) => {
    const words = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
    if (words.length === 0) return
    const values = words.filter(looksLikeValue).length
    const recognised = cells.filter((cell) => cell.trim() !== '' && known(cell)).length
    const distinct = new Set(words).size / words.length
    const score = recognised * 3 + (words.length / width) * 2 * distinct - (values / words.length) * 4 - row * 0.05
    if (score > best.score) best = { row, score }
  })
  return headerAt(sheet, best.row, rowsOfHeader(sheet, best.row, known, isCounty, isMonth))
}

/** Matches remarks such as `填报单位：秦都分局`, which often precede a table. */
const REMARK = /^[^(（[【]*[:：]\s*\S/

/** Whether the header continues in the next row, or began in the previous one. */
function rowsOfHeader(
  sheet: SheetHead,
  row: number,
  known: (heading: string) => boolean,
  isCounty: (heading: string) => boolean,
  isMonth: (heading: string) => boolean,
): { from: number; count: number } {
  const continues = (at: number) => {
    const above = sheet.rows[at]
    const below = sheet.rows[at + 1]
    if (!above || !below || countFilled(below) === 0) return false
    if (above.some((cell) => REMARK.test(cell))) return false
    if (below.some((cell) => cell.trim() !== '' && looksLikeValue(cell))) return false
    const counties = above.filter((cell) => isCounty(cell.trim())).length
    // Counties above their points, whatever the points are called.
    if (counties >= 2 && countFilled(below) >= counties && !below.some((cell) => isCounty(cell.trim()))) return true
    // Grouped headings: a name below a merged cell, or below an empty cell to the right of the group's name.
    const merged = sheet.merges.some(
      (merge) => merge.startRow === at && merge.endRow === at && merge.endColumn > merge.startColumn,
    )
    const gaps = below.filter((cell, column) => cell.trim() !== '' && (above[column] ?? '').trim() === '').length
    const recognised = below.filter((cell) => cell.trim() !== '' && known(cell)).length
    // One month may be a value, as in a column of months.
    const months = below.filter((cell) => isMonth(cell)).length
    return (merged || gaps > 0) && (recognised > 0 || months > 1) && countFilled(above) > 1
  }
  if (continues(row)) return { from: row, count: 2 }
  return row > 0 && continues(row - 1) ? { from: row - 1, count: 2 } : { from: row, count: 1 }
}

/** The header at a given row. */
export function headerAt(
  sheet: SheetHead,
  row: number,
  shape: { from: number; count: number } = { from: row, count: 1 },
): Header {
  const { from, count } = shape
  const width = Math.max(0, ...sheet.rows.slice(0, from + count + 1).map((cells) => cells.length))
  const above = sheet.rows[from] ?? []
  const below = count === 2 ? (sheet.rows[from + 1] ?? []) : []
  let group = ''
  const former = Array.from({ length: width }, (_, column) => {
    const own = (above[column] ?? '').trim().replace(/\s+/g, ' ')
    if (count === 1) return own
    const lower = (below[column] ?? '').trim().replace(/\s+/g, ' ')
    if (own !== '') group = own
    if (lower === '') return own
    return own === '' && group === '' ? lower : `${own || group}/${lower}`
  })
  const title = sheet.rows
    .slice(0, from)
    .flatMap((cells) => cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))
    .join(' ')
  const names = former.map(singleHeading)
  const isSame = names.every((name, column) => name === former[column])
  return {
    firstRow: from,
    rowCount: count,
    names: distinctNames(names),
    ...(isSame ? {} : { formerNames: distinctNames(former) }),
    title,
  }
}

/** A heading that a merged cell gives to both rows, once: 序号 for 序号/序号. */
export function singleHeading(heading: string): string {
  const half = (heading.length - 1) / 2
  return half > 0 && heading[half] === '/' && heading.slice(0, half) === heading.slice(half + 1)
    ? heading.slice(0, half)
    : heading
}

/** Numbers repeated headings so that columns can be told apart. */
function distinctNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return name === '' || count === 1 ? name : `${name} ${count}`
  })
}

const SUMMARY =
  /^(?:合\s*计|小\s*计|总\s*计|累\s*计|共\s*计|平\s*均|全市平均|全市均值|均\s*值|最大值|最小值|备\s*注|注\s*[:：\d]|说\s*明|填\s*表|制\s*表|审\s*核|负责人|联系人|单位[:：]|数据来源)/

/** Whether a row is a sum or a remark rather than one source: 合计, 备注, 填表人. */
export function isSummaryRow(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell.trim() !== '')
  return first !== undefined && SUMMARY.test(plainText(first))
}

/** First cell of the example row in a template, in either language. */
const EXAMPLE: readonly string[] = ['示例', 'example']

/** Whether a row is a template's example row, which many files still contain. */
export function isExampleRow(cells: readonly string[]): boolean {
  return EXAMPLE.includes(plainText(cells.find((cell) => cell.trim() !== '') ?? '').toLowerCase())
}

/** Whether a row repeats the header, as printed tables do on each page. */
export function isRepeatedHeader(cells: readonly string[], header: Header): boolean {
  // The first cell rules out almost every row.
  const first = cells.findIndex((cell) => cell !== '')
  const heading = header.names[first]
  if (heading === undefined || !heading.includes(cells[first]!.trim())) return false
  let same = 0
  let seen = 0
  for (let column = 0; column < header.names.length; column++) {
    const cell = (cells[column] ?? '').trim()
    if (cell === '') continue
    seen++
    const name = header.names[column]!
    if (name === cell || name.endsWith(`/${cell}`) || name.startsWith(`${cell}/`)) same++
  }
  return seen >= 2 && same === seen
}
