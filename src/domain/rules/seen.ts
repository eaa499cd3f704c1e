import { type DayNumber, type IsoDay, parseDay } from '@/domain/calendar'
import { type KindId, nameMeaning } from '@/domain/sources/kinds/kind'
import { ABSENT_DAY, type Column, type SetCells, textOf } from '@/domain/table/column'
import type { KindTable, SaidOfRule } from './kind-table'
import { isAdvisory, type Rule } from './rule'

/** What a team saw at a source on a day. */
export interface Seen {
  readonly kind: KindId
  readonly code: string
  readonly day: IsoDay
  /** Whether an item of the checklist is as it should be. */
  readonly answers: Readonly<Record<string, boolean>>
  /** Day by which it is to be put right; empty where nothing was set. */
  readonly rectifyBy: IsoDay | ''
}

/** What was seen, without the answers to rules that are hints only: older checklists asked for them, and they count for nothing. */
export function withoutHints(seen: readonly Seen[], rules: readonly Rule[]): readonly Seen[] {
  const hints = new Set(rules.filter(isAdvisory).map(({ id }) => id))
  if (hints.size === 0) return seen
  return seen.map((each) => ({
    ...each,
    answers: Object.fromEntries(Object.entries(each.answers).filter(([item]) => !hints.has(item))),
  }))
}

/** Columns of a table that may be written, copied at the first change. */
class Changing {
  private readonly copies: Record<string, Column> = {}
  readonly set = new Map<string, Uint8Array>()

  constructor(
    private readonly columns: Readonly<Record<string, Column>>,
    private readonly length: number,
  ) {}

  private toSet(name: string, row: number, type: 'day' | 'flag') {
    const own = this.copies[name] ?? this.columns[name]
    if (own?.type !== type) return null
    if (!this.copies[name]) this.copies[name] = { ...own, values: own.values.slice() } as Column
    const rows = this.set.get(name) ?? new Uint8Array(this.length)
    rows[row] = 1
    this.set.set(name, rows)
    return this.copies[name] as Extract<Column, { type: 'day' | 'flag' }>
  }

  day(name: string, row: number): DayNumber {
    const column = this.copies[name] ?? this.columns[name]
    return column?.type === 'day' ? column.values[row]! : ABSENT_DAY
  }

  fails(name: string, row: number): boolean {
    const column = this.copies[name] ?? this.columns[name]
    return column?.type === 'flag' && column.values[row] === 0
  }

  setDay(name: string, row: number, day: DayNumber): void {
    const column = this.toSet(name, row, 'day')
    if (column) column.values[row] = day
  }

  setFlag(name: string, row: number, holds: boolean): boolean {
    const column = this.toSet(name, row, 'flag')
    if (column) column.values[row] = holds ? 1 : 0
    return column !== null
  }

  all(): Readonly<Record<string, Column>> {
    return { ...this.columns, ...this.copies }
  }
}

/**
 * A table as teams saw its sources up to a day: what they saw takes the place of what was written before, and of nothing
 * that was written later. A failure counts from the day on which it was first seen; one that was put right and comes back
 * counts anew. With the cells that they set.
 */
export function withSeen<T extends KindTable>(
  kind: T,
  seen: readonly Seen[],
  asOf: DayNumber,
): T & { readonly set?: SetCells } {
  const own = seen
    .filter((each) => each.kind === kind.kind && parseDay(each.day) <= asOf)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  if (own.length === 0) return kind
  const rows = rowsOf(kind, new Set(own.map(({ code }) => code)))
  const columns = new Changing(kind.table.columns, kind.table.length)
  const said = new Map<number, Map<string, SaidOfRule>>()
  const { schema } = kind
  const inspectedOn = nameMeaning(schema, 'inspectedOn') ?? ''
  const foundOn = nameMeaning(schema, 'foundOn') ?? ''
  const putRightBy = nameMeaning(schema, 'rectifyBy') ?? ''
  for (const { code, day: isoDay, answers, rectifyBy } of own) {
    const row = rows.get(code)
    const day = parseDay(isoDay)
    if (row === undefined || columns.day(inspectedOn, row) > day) continue
    const items = Object.keys(answers)
    const failed = (item: string) => columns.fails(item, row) || said.get(row)?.get(item)?.holds === false
    const wasFailing = items.some(failed)
    for (const [item, holds] of Object.entries(answers)) {
      if (columns.setFlag(item, row, holds)) continue
      said.set(row, (said.get(row) ?? new Map()).set(item, { holds, day }))
    }
    columns.setDay(inspectedOn, row, day)
    if (items.every((item) => answers[item])) continue
    if (!wasFailing || columns.day(foundOn, row) === ABSENT_DAY) columns.setDay(foundOn, row, day)
    if (rectifyBy !== '') columns.setDay(putRightBy, row, parseDay(rectifyBy))
    else if (!wasFailing) columns.setDay(putRightBy, row, ABSENT_DAY)
  }
  return { ...kind, table: { ...kind.table, columns: columns.all() }, said, set: columns.set }
}

function rowsOf({ table }: KindTable, codes: ReadonlySet<string>): Map<string, number> {
  const rows = new Map<string, number>()
  for (let row = 0; row < table.length; row++) {
    const code = textOf(table.columns.code, row)
    if (codes.has(code)) rows.set(code, row)
  }
  return rows
}
