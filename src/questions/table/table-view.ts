import { formatDay } from '@/domain/calendar'
import { STATE_NAMES, STATUS } from '@/domain/rules/status'
import { rowOf, type SameCode } from '@/domain/sources/inventory'
import type { KindId } from '@/domain/sources/kinds/kind'
import { type Table, textAt, type Value, valueAt } from '@/domain/table/column'
import { type SortKey, sortRows } from '@/domain/table/sort'
import type { FilteredSources } from '@/questions/filtered-sources'
import { cacheLast } from '@/questions/memo'
import { type TracksFact, trackFacts } from '@/questions/monitors/measured-facts'
import { type UnmetFindings, unmetFindings } from '@/questions/unmet/unmet'
import { linesCell, unmetCell, worstOfCell } from '@/questions/unmet/unmet-cell'
import { type TableColumn, tableColumns } from './table-columns'

/**
 * Which table to show: the sources of one kind with all their columns, or of all kinds with the shared columns
 * (`kind` null).
 */
export interface TableRequest {
  readonly kind: KindId | null
  readonly sort: readonly SortKey[]
  /** Groups the rows by this column; null for no groups. */
  readonly group: string | null
}

/** Rows with the same value of the group column. */
export interface TableGroup {
  /** As in the cell; null if the rows have no value. */
  readonly value: Value
  readonly count: number
  readonly overdue: number
}

/** One row of the table, with cells in the order of the columns; days as ISO text. */
export interface TableRow {
  readonly source: number
  readonly kind: KindId
  readonly code: string
  readonly sameCode: SameCode | null
  readonly cells: readonly Value[]
  /** If trucks' tracks decide its trips: what they say. */
  readonly tracks?: TracksFact
}

/** The filtered sources as a table: sorted once, and delivered by visible rows. */
export interface TableView {
  readonly filtered: FilteredSources
  readonly columns: readonly TableColumn[]
  readonly table: Table
  /** Source number of row 0 of `table`. */
  readonly first: number
  /** Row of `table` at each position. */
  readonly order: Uint32Array
  /** In the order of the rows; empty without grouping. */
  readonly groups: readonly TableGroup[]
}

export const tableView = cacheLast((filtered: FilteredSources, request: TableRequest): TableView => {
  const { table, first, columns } = tableColumns(filtered, request.kind)
  const group = request.group !== null && table.columns[request.group] ? request.group : null
  const keys = request.sort
  // A group column that is also sorted by keeps its direction; otherwise the largest group comes first.
  const groupKey = group === null ? [] : [keys.find(({ column }) => column === group) ?? { column: group }]
  const sort = [...groupKey, ...keys.filter(({ column }) => column !== group && table.columns[column])]
  const within = filtered.mask.subarray(first, first + table.length)
  // Without a sort key, worst first as in the list.
  const order = sort.length > 0 ? sortRows(table, sort, within) : worstFirst(filtered, first, table.length)
  const view = { filtered, columns, table, first, order }
  if (group === null) return { ...view, groups: [] }
  const groups = groupsOf(view, group)
  return keys.some(({ column }) => column === group) ? { ...view, groups } : { ...view, ...mostFirst(order, groups) }
})

/**
 * Sorts groups by number of rows, largest first, the group without a value last; keeps the order of rows within each
 * group.
 */
function mostFirst(order: Uint32Array, groups: readonly TableGroup[]): Pick<TableView, 'order' | 'groups'> {
  let start = 0
  const parts = groups.map((group) => {
    start += group.count
    return { group, rows: order.subarray(start - group.count, start) }
  })
  const isEmpty = ({ group }: (typeof parts)[number]) => Number(group.value === null)
  parts.sort((a, b) => isEmpty(a) - isEmpty(b) || b.group.count - a.group.count)
  const sorted = new Uint32Array(order.length)
  let place = 0
  for (const { rows } of parts) {
    sorted.set(rows, place)
    place += rows.length
  }
  return { order: sorted, groups: parts.map(({ group }) => group) }
}

/** The rows that pass the filters, worst first as in the list. */
function worstFirst({ order }: FilteredSources, first: number, length: number): Uint32Array {
  const rows = new Uint32Array(length)
  let count = 0
  for (const source of order) {
    const row = source - first
    if (row >= 0 && row < length) rows[count++] = row
  }
  return rows.slice(0, count)
}

function groupsOf({ filtered, columns, table, first, order }: Omit<TableView, 'groups'>, name: string): TableGroup[] {
  const { status } = filtered
  const { type } = columns.find((each) => each.name === name) ?? { type: 'text' as const }
  const groups: { value: Value; count: number; overdue: number }[] = []
  for (const row of order) {
    const cell = cellAt(table, { name, type }, row)
    const value = type === 'unmet' && cell !== null ? worstOfCell(String(cell)) : cell
    if (groups.length === 0 || groups.at(-1)!.value !== value) groups.push({ value, count: 0, overdue: 0 })
    const last = groups.at(-1)!
    last.count++
    if (status[first + row] === STATUS.overdue) last.overdue++
  }
  return groups
}

function cellAt(table: Table, { name, type }: TableColumn, row: number): Value {
  const value = valueAt(table, name, row)
  if (value === null) return null
  return type === 'status' ? STATE_NAMES[value as number]! : type === 'day' ? formatDay(value as number) : value
}

/**
 * A cell on unmet requirements, computed for this source alone: the whole column is computed only if it is sorted by.
 */
function unmetAt({ findings, since, due, leads }: UnmetFindings, name: string): Value | undefined {
  switch (name) {
    case 'unmet':
      return unmetCell(findings) || null
    case 'unmetSince':
      return since === null ? null : formatDay(since)
    case 'unmetDue':
      return due === null ? null : formatDay(due)
    case 'unmetLeads':
      return linesCell(leads) || null
    default:
      return undefined
  }
}

/** The filtered sources in the table's order, for exports. */
export function inTableOrder(filtered: FilteredSources, request: TableRequest): FilteredSources {
  const { order, first } = tableView(filtered, request)
  return { ...filtered, order: order.map((row) => first + row) }
}

function tracksOf(tables: FilteredSources['evaluated']['tables'], source: number): Pick<TableRow, 'tracks'> {
  const { kind, row } = rowOf({ kinds: tables }, source)
  const tracks = trackFacts(kind, row).find(({ role }) => role === 'decides')
  return tracks ? { tracks } : {}
}

/** The rows of a table from position `from` up to `to` (exclusive). */
export function tableRows({ filtered, columns, table, first, order }: TableView, from: number, to: number): TableRow[] {
  const { tables } = filtered.evaluated
  const { inventory, sameCode } = filtered.evaluated.opened
  const { sources } = inventory
  return Array.from(order.subarray(from, to), (row) => {
    const unmet = unmetFindings(filtered, first + row)
    return {
      source: first + row,
      kind: textAt(sources, 'kind', first + row),
      code: textAt(sources, 'code', first + row),
      sameCode: sameCode.get(first + row) ?? null,
      ...tracksOf(tables, first + row),
      cells: columns.map((column) => {
        const cell = unmetAt(unmet, column.name)
        return cell === undefined ? cellAt(table, column, row) : cell
      }),
    }
  })
}

/** Position of a source in a table; -1 if it is not among the rows. */
export function indexInTable({ filtered, first, order }: TableView, source: number): number {
  return filtered.mask[source] === 1 ? order.indexOf(source - first) : -1
}
