import { isAbsentMark, parseDayCell, parseNumber, plainText } from '@/domain/sources/reading/cell'
import { filled, type SheetHead } from './sheet'

/** Where the header of a table stands, and what it says. Rows from 0. */
export interface Header {
  readonly firstRow: number
  /** 1, or 2 where headings are grouped: 坐标 above 经度 and 纬度. */
  readonly rowCount: number
  /** One name a column; grouped ones as `坐标/经度`, an empty one for a column without. */
  readonly names: readonly string[]
  /** What stands above the header. */
  readonly title: string
}

/** No heading is longer than this; what goes on behind it does not tell what a column holds. */
const LONGEST_HEADING = 200

/** A title is not looked for further down than this. */
const LATEST_ROW = 20

/** A heading with what does not matter taken away: blanks, units in brackets, `是否`, `情况`. */
export function bareHeading(heading: string): string {
  return plainText(heading.slice(0, LONGEST_HEADING))
    .toLowerCase()
    .replace(/[（(【[].*?[)）】\]]/g, '')
    .replace(/[\s*:：、，,.。\-_/"']/g, '')
    .replace(/^(?:是否|有无)|(?:是否|情况|状况|是\/否)$/g, '')
}

/** A heading's group, if it has one, and its own words: `坐标/经度`. A slash within brackets is a unit's: `降尘量(t/km²·30d)`. */
export function headingParts(heading: string): string[] {
  return heading.slice(0, LONGEST_HEADING).split(/\/(?![^(（[【]*[)）\]】])/)
}

const looksLikeValue = (cell: string): boolean =>
  parseNumber(cell) !== null || parseDayCell(cell) !== null || isAbsentMark(cell)

/**
 * Finds the header: the row that is filled widest with distinct words, is known best, and has values below it.
 * `known` tells whether a heading is one that offices use, `isCounty` whether one groups points by their county.
 */
export function findHeader(
  sheet: SheetHead,
  known: (heading: string) => boolean,
  isCounty: (heading: string) => boolean = () => false,
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
  return headerAt(sheet, best.row, rowsOfHeader(sheet, best.row, known, isCounty))
}

/** `填报单位：秦都分局`, as it stands above many tables. */
const REMARK = /^[^(（[【]*[:：]\s*\S/

/** Whether the header goes on in the next row, or began in the one before. */
function rowsOfHeader(
  sheet: SheetHead,
  row: number,
  known: (heading: string) => boolean,
  isCounty: (heading: string) => boolean,
): { from: number; count: number } {
  const continues = (at: number) => {
    const above = sheet.rows[at]
    const below = sheet.rows[at + 1]
    if (!above || !below || filled(below) === 0) return false
    if (above.some((cell) => REMARK.test(cell))) return false
    if (below.some((cell) => cell.trim() !== '' && looksLikeValue(cell))) return false
    const counties = above.filter((cell) => isCounty(cell.trim())).length
    // Counties above the points of each, whatever those are called.
    if (counties >= 2 && filled(below) >= counties && !below.some((cell) => isCounty(cell.trim()))) return true
    // Grouped: a name below a merged cell, or below an empty one that the group's name stands left of.
    const merged = sheet.merges.some(
      (merge) => merge.startRow === at && merge.endRow === at && merge.endColumn > merge.startColumn,
    )
    const gaps = below.filter((cell, column) => cell.trim() !== '' && (above[column] ?? '').trim() === '').length
    const recognised = below.filter((cell) => cell.trim() !== '' && known(cell)).length
    return (merged || gaps > 0) && recognised > 0 && filled(above) > 1
  }
  if (continues(row)) return { from: row, count: 2 }
  return row > 0 && continues(row - 1) ? { from: row - 1, count: 2 } : { from: row, count: 1 }
}

/** The header as it stands at a row that somebody chose. */
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
  const names = Array.from({ length: width }, (_, column) => {
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
  return { firstRow: from, rowCount: count, names: distinctNames(names), title }
}

/** A heading that stands twice gets a number, so that columns can be told apart. */
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

/** Whether a row sums up or explains, instead of naming one thing: 合计, 备注, 填表人. */
export function isSummaryRow(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell.trim() !== '')
  return first !== undefined && SUMMARY.test(plainText(first))
}

/** What stands in the first cell of a template's example, in the language in which it was made. */
const EXAMPLE: readonly string[] = ['示例', 'example']

/** Whether a row is the example of a template, which stays in many files. */
export function isExampleRow(cells: readonly string[]): boolean {
  return EXAMPLE.includes(plainText(cells.find((cell) => cell.trim() !== '') ?? '').toLowerCase())
}

/** Whether a row is the header once more, as printed tables have it at the top of each page. */
export function isRepeatedHeader(cells: readonly string[], header: Header): boolean {
  // Almost every row is told by its first cell.
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
