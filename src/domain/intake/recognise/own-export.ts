import { plainText } from '@/domain/sources/reading/cell'

/** Headings of the columns that the app's own exports add to those of a source, in both languages. */
const HEADINGS = {
  kind: ['类别', 'Kind'],
  status: ['状态', 'Status'],
  overdue: ['逾期天数', 'Days overdue'],
  clause: ['条款', 'Clause'],
  rule: ['要求', 'Requirement'],
  since: ['起始日期', 'Since'],
  due: ['期限', 'Deadline'],
  lead: ['牵头部门', 'Lead department'],
  class: ['数据类别', 'Data class'],
  codeBy: ['编号来源', 'Code given by'],
  days: ['轨迹天数', 'Days with tracks'],
  hauls: ['轨迹运输趟次', 'Hauls by tracks'],
  byDay: ['轨迹白天趟次', 'Hauls by tracks by day'],
  trucks: ['轨迹车辆数', 'Trucks with tracks'],
  role: ['轨迹是否据以判定', 'Decided by tracks'],
} as const
type Added = keyof typeof HEADINGS

const TRACKS = ['days', 'hauls', 'byDay', 'trucks', 'role'] as const
/** The added columns in the order of each export: of sources, and of findings. */
const EXPORTS: readonly (readonly Added[])[] = [
  ['status', 'overdue', 'rule', 'since', 'due', 'lead', 'class', 'codeBy', ...TRACKS],
  ['clause', 'rule', 'status', 'since', 'due', 'overdue', 'lead', 'class', 'codeBy', ...TRACKS],
]

/** Offices have some of these columns themselves; so many, in this order and with a data class, only the app writes. */
const LEAST = 5

/** What an export appends to a heading of its own if a column of the data has the same. */
const JUDGED = /\s*[（(](?:尘图判定|assessed by Chentu)[）)]$/i

/** What {@link distinctNames} of a header appends to a heading that occurs before. */
const NUMBERED = / \d+$/

/**
 * Columns that the app worked out, if a table is its own export: a standing or a deadline that is read in again would
 * stay while the source changes. They are the last of their names, since a source's own columns precede them; unless an
 * earlier version of the app stored those of an export, which the next export has as well.
 */
export function workedOutColumns(names: readonly string[]): ReadonlySet<number> {
  const all = new Set<number>()
  let left = names
  for (let found = lastAdded(left); found.length > 0; found = lastAdded(left)) {
    for (const column of found) all.add(column)
    left = left.map((name, column) => (all.has(column) ? '' : name))
  }
  return all
}

/** The columns among those of a stored table that an earlier version of the app took from an export, by heading. */
export const frozenHeadings = (headings: readonly string[]): readonly string[] => {
  // Without a first column, which may be the kind in an export, and anything in a stored table.
  const found = workedOutColumns(['', ...headings])
  return headings.filter((_, at) => found.has(at + 1))
}

/** The last columns that are in the order of an export; none if they are too few. */
function lastAdded(names: readonly string[]): readonly number[] {
  const texts = names.map((name) => plainText(name).replace(NUMBERED, '').replace(JUDGED, ''))
  const is = (column: number, added: Added) => HEADINGS[added].some((heading) => heading === texts[column])
  const found = EXPORTS.map((order) => {
    const columns: number[] = []
    let left = order.length
    for (let column = texts.length - 1; column >= 0; column--) {
      const at = order.findLastIndex((added, i) => i < left && is(column, added))
      if (at < 0) continue
      columns.push(column)
      left = at
    }
    return columns
  }).reduce((most, each) => (each.length > most.length ? each : most))
  if (found.length < LEAST || !found.some((column) => is(column, 'class'))) return []
  // Only before codes of several kinds is the kind added.
  return is(0, 'kind') ? [0, ...found] : found
}
