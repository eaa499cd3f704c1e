import { type DayNumber, type IsoDay, isDay, parseDay } from '@/domain/calendar'
import type { SameCode } from '@/domain/sources/inventory'
import { columnByMeaning } from '@/domain/sources/kinds/by-meaning'
import { fieldNameByMeaning, type KindId } from '@/domain/sources/kinds/kind'
import { ABSENT_DAY, ABSENT_FLAG, type Column, type SetCells, type Table, textOf } from '@/domain/table/column'
import { earliestOf, writtenDays } from './failure-days'
import type { KindTable, ObservedItem, SaidEnded } from './kind-table'
import { type ChainedRule, metItem, RowObservations } from './row-observations'
import { isAdvisory, type Rule } from './rule'
import { successions } from './rule-change'

/** A team's observations at a source on a day. */
export interface TeamObservation {
  readonly kind: KindId
  readonly code: string
  /** Which of several sources with this code, from 1; the first if absent. */
  readonly nth?: number
  readonly day: IsoDay
  /** Whether each checklist item is met. */
  readonly answers: Readonly<Record<string, boolean>>
  /** Rectification day of items that are not met, if one was set. */
  readonly deadlines: Readonly<Record<string, IsoDay>>
  /** The team's words if it recorded that the source is no more (已完工). */
  readonly ended?: string
  /** Who recorded {@link ended}; absent if the record has no name. */
  readonly endedBy?: string
  /** Nobody looked at the source, a stop of a round that was left out: only {@link ended} is said. */
  readonly isLeftOut?: true
}

/** Drops answers to rules that are only hints: older checklists asked for them, and they do not count. */
export function withoutHints(seen: readonly TeamObservation[], rules: readonly Rule[]): readonly TeamObservation[] {
  const hints = new Set(rules.filter(isAdvisory).map(({ id }) => id))
  if (hints.size === 0) return seen
  return seen.map((each) => ({
    ...each,
    answers: Object.fromEntries(Object.entries(each.answers).filter(([item]) => !hints.has(item))),
  }))
}

/** Copy-on-write columns of a table, with a mark for each cell that was written. */
class Changing {
  private readonly copies = new Map<string, Column>()
  readonly set = new Map<string, Uint8Array>()

  constructor(private readonly table: Table) {}

  private toSet(name: string, row: number, type: 'day' | 'flag') {
    // Item names come from outside records and may equal a property that every object inherits.
    if (!Object.hasOwn(this.table.columns, name)) return null
    const own = this.copies.get(name) ?? this.table.columns[name]
    if (own?.type !== type) return null
    const copy = this.copies.get(name) ?? ({ ...own, values: own.values.slice() } as Column)
    this.copies.set(name, copy)
    const rows = this.set.get(name) ?? new Uint8Array(this.table.length)
    rows[row] = 1
    this.set.set(name, rows)
    return copy as Extract<Column, { type: 'day' | 'flag' }>
  }

  put(name: string, row: number, type: 'day' | 'flag', value: number): void {
    const column = this.toSet(name, row, type)
    if (column) column.values[row] = value
  }

  all(): Table {
    return { ...this.table, columns: { ...this.table.columns, ...Object.fromEntries(this.copies) } }
  }
}

/** State of a row's flags in the table, before any observation. */
export function writtenItem({ schema, table }: Pick<KindTable, 'schema' | 'table'>) {
  const days = writtenDays({ schema, table })
  return (item: string, row: number): ObservedItem | undefined => {
    const column = Object.hasOwn(table.columns, item) ? table.columns[item] : undefined
    const flag = column?.type === 'flag' ? column.values[row] : ABSENT_FLAG
    if (flag === ABSENT_FLAG) return undefined
    if (flag === 1) return metItem(ABSENT_DAY)
    return { holds: false, day: ABSENT_DAY, heldBefore: false, heldOn: ABSENT_DAY, ...days(row) }
  }
}

/**
 * Applies teams' observations up to a day to a table: they replace what was written before them, and nothing that was
 * written later. A record that a source is no more changes no answer; it stands until a team answers again. The columns
 * for "found on" and "rectify by" get the earliest days of a row's failures; the rules use the days of each item. Also
 * returns the cells that teams set.
 * @param asked names of the flags in the kind's checklist.
 * @param rules all rules of the package: an answer to one rule of a chain counts for the others as far as it decides
 * them.
 * @param later if `rules` are those of an earlier plan: the rules in force now, with their predecessors, since teams
 * answer them under the same ids.
 * @param sameCode which of the sources with its code a source is, by its number; the first if it has none.
 */
export function withTeamObservations<T extends KindTable>(
  kind: T,
  seen: readonly TeamObservation[],
  asOf: DayNumber,
  asked: readonly string[],
  rules: readonly Rule[] = [],
  later: readonly Rule[] = [],
  sameCode: ReadonlyMap<number, SameCode> = NONE_SHARED,
): T & { readonly set?: SetCells } {
  const own = seen
    // A wrong clock may give a day beyond the range of valid dates.
    .filter((each) => each.kind === kind.kind && isDay(each.day) && parseDay(each.day) <= asOf)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  if (own.length === 0) return kind
  const { schema, table } = kind
  const rows = rowsOf(kind, new Set(own.map(({ code }) => code)), sameCode)
  const writtenOn = columnByMeaning(kind, 'inspectedOn')
  const written = writtenItem(kind)
  const isLater = new Set(later.map(({ id }) => id))
  const chains = successions([...later, ...rules.filter(({ id }) => !isLater.has(id))])
  const chained = rules.flatMap((rule): readonly ChainedRule[] => {
    const chain = rule.kind === kind.kind ? chains.get(rule.id) : undefined
    return chain ? [{ rule, chain }] : []
  })
  const rowsSeen = new Map<number, RowObservations>()
  const lastOn = new Map<number, DayNumber>()
  const saidEnded = new Map<number, SaidEnded>()
  for (const record of own) {
    const row = rows.get(keyOf(record.code, record.nth))
    const day = parseDay(record.day)
    if (row === undefined || (writtenOn?.type === 'day' && writtenOn.values[row]! > day)) continue
    if (record.ended !== undefined) saidEnded.set(row, endedIn(record, record.ended))
    else if (Object.keys(record.answers).length > 0) saidEnded.delete(row)
    if (record.isLeftOut) continue
    const ofRow = rowsSeen.get(row) ?? new RowObservations(chained, (item) => written(item, row))
    rowsSeen.set(row, ofRow)
    lastOn.set(row, day)
    ofRow.take(record)
  }
  const changing = new Changing(table)
  const items = new Map([...rowsSeen].map(([row, { items: ofRow }]) => [row, ofRow]))
  for (const [row, ofRow] of items) {
    changing.put(fieldNameByMeaning(schema, 'inspectedOn') ?? '', row, 'day', lastOn.get(row)!)
    for (const [item, { holds }] of ofRow) changing.put(item, row, 'flag', holds ? 1 : 0)
    const wrong = [...ofRow.values()].filter(({ holds }) => !holds)
    // Items without an answer fail as before. If nothing fails, the old days stay readable.
    if (wrong.length === 0) continue
    const unsaid = asked
      .flatMap((item) => (ofRow.has(item) ? [] : (written(item, row) ?? [])))
      .filter(({ holds }) => !holds)
    const { since, due } = earliestOf([...wrong, ...unsaid])
    changing.put(fieldNameByMeaning(schema, 'foundOn') ?? '', row, 'day', since)
    changing.put(fieldNameByMeaning(schema, 'rectifyBy') ?? '', row, 'day', due)
  }
  const seenHere = { table: changing.all(), seen: { before: table, items }, set: changing.set }
  return { ...kind, ...seenHere, ...(saidEnded.size > 0 && { saidEnded }) }
}

const endedIn = ({ day, endedBy: by }: TeamObservation, words: string): SaidEnded => ({ day, words, ...(by && { by }) })

const NONE_SHARED: ReadonlyMap<number, SameCode> = new Map()

const keyOf = (code: string, nth = 1) => `${nth} ${code}`

function rowsOf(
  { table, first }: KindTable,
  codes: ReadonlySet<string>,
  sameCode: ReadonlyMap<number, SameCode>,
): Map<string, number> {
  const rows = new Map<string, number>()
  for (let row = 0; row < table.length; row++) {
    const code = textOf(table.columns.code, row)
    if (codes.has(code)) rows.set(keyOf(code, sameCode.get(first + row)?.nth), row)
  }
  return rows
}
