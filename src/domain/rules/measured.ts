import type { DayNumber } from '@/domain/calendar'
import { daysTelling, type OnlineDays, type OnlineFact, onlineOn } from '@/domain/monitoring/online-days'
import type { OnlineRule } from '@/domain/monitoring/settings'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { Field } from '@/domain/sources/kinds/field'
import type { Measured } from '@/domain/sources/kinds/meaning'
import { ABSENT_DAY, type Column, type SetCells, textOf } from '@/domain/table/column'
import type { KindTable, SeenItem } from './kind-table'
import { writtenItem } from './seen'
import { holding } from './seen-row'

/** The fields of a kind of which readings tell something. */
export const measuredFields = ({ fields }: { readonly fields: readonly Field[] }, measured: Measured): Field[] =>
  fields.filter((field) => field.measured === measured)

/** What readings say of rows, and by how many days of them that is asked. */
export interface ByReadings {
  readonly online: OnlineDays
  readonly rule: Required<OnlineRule>
}

/** By row, what its monitor's readings say where they decide. */
export type MeasuredRows = ReadonlyMap<number, OnlineFact>

/**
 * A failure by readings beside what was known of the item. One that was known goes on unless readings show that it was put right
 * in between: then it counts anew, and what was to be done by a day before that was done.
 */
function failing({ since, to, wasOnline }: OnlineFact, known: SeenItem | undefined): SeenItem {
  const from = since!
  const before = known?.holds === false ? known : undefined
  const goesOn = before !== undefined && before.since !== ABSENT_DAY && !wasOnline
  return {
    holds: false,
    day: to,
    heldBefore: wasOnline || (known?.heldBefore ?? false),
    heldOn: wasOnline ? from - 1 : (known?.heldOn ?? ABSENT_DAY),
    since: goesOn ? Math.min(from, before.since) : from,
    due: before === undefined || (wasOnline && before.due < from) ? ABSENT_DAY : before.due,
  }
}

/** How an item stands by readings. */
const itemOf = (fact: OnlineFact, known: SeenItem | undefined): SeenItem =>
  fact.isOnline ? holding(fact.to) : failing(fact, known)

type FlagValues = Extract<Column, { type: 'flag' }>

/** A table with what readings decide of its rows. */
export interface MeasuredTable {
  /** Cells that readings have set. */
  readonly measuredSet?: SetCells
  readonly measured?: MeasuredRows
}

/**
 * A table in which the readings of each source's own monitor, which has the source's code, say whether it is online: in place of
 * what is written, and of what a team saw before the last of these days. Where they say nothing of the day the rest stands.
 * @param kind as teams saw its sources.
 */
export function withMeasured<T extends KindTable & { readonly dataClass: DataClass }>(
  kind: T,
  { online, rule }: ByReadings,
  asOf: DayNumber,
): T & MeasuredTable {
  const names = measuredFields(kind.schema, 'online')
    .map(({ name }) => name)
    .filter((name) => kind.table.columns[name]?.type === 'flag')
  if (names.length === 0 || online.size === 0) return kind
  const { table, seen } = kind
  const written = writtenItem({ ...kind, table: seen?.before ?? table })
  const items = new Map(seen?.items)
  const measured = new Map<number, OnlineFact>()
  const flags = new Map(names.map((name) => [name, (table.columns[name] as FlagValues).values.slice()]))
  const set = new Map(names.map((name) => [name, new Uint8Array(table.length)]))
  for (let row = 0; row < table.length; row++) {
    const device = online.get(textOf(table.columns.code, row))
    const fact = device && onlineOn(daysTelling(device, kind.dataClass), asOf, rule)
    if (!fact) continue
    for (const name of names) {
      const known = seen?.items.get(row)?.get(name)
      // Who stood before it on the last of these days, or later, saw what is.
      if (known && known.day >= fact.to) continue
      const item = itemOf(fact, known ?? written(name, row))
      items.set(row, new Map(items.get(row)).set(name, item))
      flags.get(name)![row] = item.holds ? 1 : 0
      set.get(name)![row] = 1
      measured.set(row, fact)
    }
  }
  if (measured.size === 0) return kind
  const changed: Record<string, Column> = {}
  for (const [name, values] of flags) changed[name] = { type: 'flag', values }
  return {
    ...kind,
    table: { ...table, columns: { ...table.columns, ...changed } },
    seen: { before: seen?.before ?? table, items },
    measuredSet: set,
    measured,
  }
}
