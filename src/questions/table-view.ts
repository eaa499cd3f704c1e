import { formatDay } from '@/domain/calendar'
import { STATUS, STATUS_NAMES } from '@/domain/rules/status'
import { countyName } from '@/domain/sources/county'
import type { KindId } from '@/domain/sources/kinds/kind'
import { FLAGS } from '@/domain/sources/view/column-test'
import { ABSENT_DAY, type Column, isEmpty, type Table, type Value, valueAt } from '@/domain/table/column'
import { type SortKey, sortRows } from '@/domain/table/sort'
import type { Judged } from './judge'
import type { Session } from './session'

/** What the table shows: the sources of one kind with all their columns, or of all kinds with those that they share. */
export interface TableRequest {
  readonly kind: KindId | null
  readonly sort: readonly SortKey[]
  /** Rows with the same value of this column stand together. */
  readonly group: string | null
}

/** Rows that stand together. */
export interface TableGroup {
  /** As a cell says it; null where the rows have no value. */
  readonly value: Value
  readonly count: number
  readonly overdue: number
}

/** A column of the table. */
export interface TableColumn {
  readonly name: string
  readonly type: Column['type'] | 'status'
}

/** One row of the table, its cells in the order of the columns; a day is its ISO text. */
export interface TableRow {
  readonly source: number
  readonly kind: KindId
  readonly code: string
  readonly cells: readonly Value[]
}

/** What a column holds, for its filter. */
export type ColumnFacts =
  | { readonly type: 'text'; readonly distinct: number; readonly common: readonly (readonly [string, number])[] }
  | {
      readonly type: 'range'
      readonly day: boolean
      readonly least: number
      readonly most: number
      readonly bins: readonly number[]
    }

const SHARED = ['name', 'code', 'kind', 'county', 'grade', 'dataClass'] as const
const STANDING = ['status', 'overdueDays'] as const
/** Read on the map rather than as figures, so they stand last. */
const PLACE = ['lon', 'lat']
/** These stand there also where the file has nothing in them; other columns without any value only take room. */
const REQUIRED = ['name', 'code', 'county', ...STANDING] as readonly string[]
const MOST_CATEGORIES = 40
const BINS = 24

/** The shown sources as a table: sorted here, and handed out by the rows that are in sight. */
export class TableView {
  readonly columns: readonly TableColumn[]
  /** Row of `table` at each place. */
  private readonly order: Uint32Array
  private readonly table: Table
  private readonly first: number
  /** In the order of the rows; empty without a group. */
  readonly groups: readonly TableGroup[]

  constructor(
    private readonly session: Session,
    private readonly judged: Judged,
    private readonly mask: Uint8Array,
    readonly request: TableRequest,
  ) {
    const own = judged.tables.filter(({ kind }) => kind === request.kind)
    // Several files of one kind may have other columns each: they are shown by what all sources share.
    const kind = own.length === 1 ? own[0]! : null
    const { sources } = session.inventory
    this.first = kind?.first ?? 0
    const length = kind ? kind.table.length : sources.length
    const part = <A extends Int32Array | Uint8Array>(all: A) =>
      new Float64Array(all.subarray(this.first, this.first + length))
    const base = kind ? kind.table.columns : Object.fromEntries(SHARED.map((name) => [name, sources.columns[name]!]))
    const { county } = base
    const all: Record<string, Column> = {
      ...base,
      // Sorted and read by its name.
      ...(county?.type === 'text'
        ? { county: { ...county, dictionary: county.dictionary.map((code) => countyName(session.pack, code)) } }
        : {}),
      status: { type: 'number', values: part(judged.status) },
      overdueDays: { type: 'number', values: part(judged.overdueDays).map((days) => days || Number.NaN) },
    }
    const wanted = kind
      ? [
          'name',
          'code',
          'county',
          ...STANDING,
          ...kind.schema.fields.map(({ name }) => name),
          ...Object.keys(kind.table.columns),
        ]
          .filter((name) => !PLACE.includes(name))
          .concat(PLACE)
      : [...SHARED.slice(0, 4), ...STANDING, ...SHARED.slice(4)]
    const shown = [...new Set(wanted)].filter((name) => all[name] && (REQUIRED.includes(name) || !isEmpty(all[name])))
    this.columns = shown.map((name) => ({ name, type: name === 'status' ? 'status' : all[name]!.type }))
    this.table = { length, columns: all }
    const group = request.group !== null && all[request.group] ? request.group : null
    const { sort: keys } = request
    // A sorted group keeps its direction; a group that is not sorted stands in the order of its values.
    const groupKey = group === null ? [] : [keys.find(({ column }) => column === group) ?? { column: group }]
    const sort = [...groupKey, ...keys.filter(({ column }) => column !== group && all[column])]
    const within = mask.subarray(this.first, this.first + length)
    // Without a key the worst stand first, as in the list.
    this.order = sort.length > 0 ? sortRows(this.table, sort, within) : this.worstFirst(length)
    this.groups = group === null ? [] : this.grouped(group)
  }

  /** The rows in the mask as the list has them. */
  private worstFirst(length: number): Uint32Array {
    const rows = new Uint32Array(length)
    let count = 0
    for (const source of this.judged.order) {
      const row = source - this.first
      if (row >= 0 && row < length && this.mask[source] === 1) rows[count++] = row
    }
    return rows.slice(0, count)
  }

  private grouped(name: string): TableGroup[] {
    const column = this.columns.find((each) => each.name === name) ?? { name, type: 'text' as const }
    const groups: { value: Value; count: number; overdue: number }[] = []
    for (const row of this.order) {
      const value = this.cell(column, row)
      if (groups.length === 0 || groups.at(-1)!.value !== value) groups.push({ value, count: 0, overdue: 0 })
      const last = groups.at(-1)!
      last.count++
      if (this.judged.status[this.first + row] === STATUS.overdue) last.overdue++
    }
    return groups
  }

  private cell({ name, type }: TableColumn, row: number): Value {
    const value = valueAt(this.table, name, row)
    if (value === null) return null
    return type === 'status' ? STATUS_NAMES[value as number]! : type === 'day' ? formatDay(value as number) : value
  }

  get length(): number {
    return this.order.length
  }

  rows(from: number, to: number): TableRow[] {
    return Array.from(this.order.subarray(from, to), (row) => {
      const { kind, code } = this.session.summary(this.first + row)
      const cells = this.columns.map((column) => this.cell(column, row))
      return { source: this.first + row, kind, code, cells }
    })
  }

  /** Place of a source, or -1 where it is not among the rows. */
  placeOf(source: number): number {
    return this.mask[source] === 1 ? this.order.indexOf(source - this.first) : -1
  }

  /** What a column holds among the rows. */
  facts(name: string): ColumnFacts {
    const column = this.table.columns[name]!
    if (column.type === 'number' || column.type === 'day') return this.range(column.values, column.type === 'day')
    const counts = new Map<string, number>()
    for (const row of this.order) {
      const value = valueAt(this.table, name, row)
      const text = typeof value === 'boolean' ? FLAGS[value ? 1 : 0] : String(value ?? '')
      counts.set(text, (counts.get(text) ?? 0) + 1)
    }
    const common = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_CATEGORIES)
    return { type: 'text', distinct: counts.size, common }
  }

  private range(values: Float64Array | Int32Array, day: boolean): ColumnFacts {
    const known = Array.from(this.order, (row) => values[row]!).filter(
      (value) => !Number.isNaN(value) && !(day && value === ABSENT_DAY),
    )
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const value of known) {
      if (value < least) least = value
      if (value > most) most = value
    }
    const bins = new Array<number>(BINS).fill(0)
    for (const value of known) bins[Math.min(BINS - 1, Math.floor(((value - least) / (most - least || 1)) * BINS))]!++
    return { type: 'range', day, least, most, bins }
  }
}
