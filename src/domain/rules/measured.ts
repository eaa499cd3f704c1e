import type { DayNumber } from '@/domain/calendar'
import {
  type DeviceDays,
  daysTelling,
  type OnlineDays,
  type OnlineFact,
  onlineOn,
} from '@/domain/monitoring/online-days'
import type { OnlineRule } from '@/domain/monitoring/settings'
import { type DataClass, leastReal } from '@/domain/sources/kinds/data-class'
import type { Field } from '@/domain/sources/kinds/field'
import type { Measured } from '@/domain/sources/kinds/meaning'
import { type MonitorTies, numbersAt } from '@/domain/sources/monitor-ties'
import { ABSENT_DAY, ABSENT_FLAG, type Column, rowsOfTexts, type SetCells, textAt } from '@/domain/table/column'
import type { KindTable, SeenItem } from './kind-table'
import { writtenItem } from './seen'
import { holding } from './seen-row'

/** The fields of a kind of which readings tell something. */
export const measuredFields = ({ fields }: { readonly fields: readonly Field[] }, measured: Measured): Field[] =>
  fields.filter((field) => field.measured === measured)

/** What readings say of rows, and by how many days of them that is asked. */
export interface ByReadings {
  readonly online: OnlineDays
  readonly ties: MonitorTies
  readonly rule: Required<OnlineRule>
  /** Whether the rule is the plan's, or another document's: else what falls short of it breaks nothing, and a person looks. */
  readonly isConfirmed: boolean
}

/** What readings say of a source. */
export interface MonitorFact extends OnlineFact {
  /** Which of its monitors says it; absent where it has only one. */
  readonly device?: string
}

/** By row, what its monitors' readings say where nobody looked since. */
export type MeasuredRows = ReadonlyMap<number, MonitorFact>

/** A monitor whose readings tell of a source, by the number under which they came. */
interface TellingMonitor {
  readonly device: string
  readonly days: DeviceDays
}

/** The monitors of the package whose readings tell of a source. */
export const monitorsTelling = (
  online: OnlineDays,
  ties: MonitorTies,
  source: number,
  code: string,
  of: DataClass,
): readonly TellingMonitor[] =>
  numbersAt(ties, source, code).flatMap((numbers) => {
    const device = numbers.find((number) => online.has(number))
    const known = device === undefined ? undefined : online.get(device)
    if (device === undefined || !known) return []
    const days = daysTelling(known, of)
    return days.days.length > 0 || days.calibrated.length > 0 ? [{ device, days }] : []
  })

/** The rows of a table of which readings may tell something, with their codes: readings came under the code, or a monitor stands there. */
function rowsTold({ first, table }: Pick<KindTable, 'first' | 'table'>, online: OnlineDays, ties: MonitorTies) {
  const told = new Map(rowsOfTexts(table.columns.code, new Set(online.keys())))
  for (const source of [...ties.bySource.keys(), ...ties.standingAt.keys()])
    if (source >= first && source < first + table.length)
      told.set(source - first, textAt(table, 'code', source - first))
  return [...told].sort(([one], [other]) => one - other)
}

/**
 * What monitors of a source say together: it is online where all are of which that is known; else it is not since the first of them
 * is not. Null where no readings say anything of the day.
 */
function monitorsOn(
  monitors: readonly TellingMonitor[],
  asOf: DayNumber,
  rule: Required<OnlineRule>,
): MonitorFact | null {
  const facts = monitors.flatMap(({ device, days }): MonitorFact[] => {
    const fact = onlineOn(days, asOf, rule)
    return fact ? [{ ...fact, ...(monitors.length > 1 && { device }) }] : []
  })
  const since = (fact: OnlineFact) => fact.since ?? Number.POSITIVE_INFINITY
  return facts.reduce<MonitorFact | null>((worst, fact) => {
    if (worst === null || since(fact) < since(worst)) return fact
    return since(fact) === since(worst) && fact.hours < worst.hours ? fact : worst
  }, null)
}

/** What is known of a monitor whose readings are too few, or too long ago, to say whether it is online. */
export interface TooFewDays {
  /** Whole days that are known up to the day, and the last of them; null where there is none. */
  readonly days: number
  readonly last: DayNumber | null
  readonly dataClass: DataClass
}

/** Of the monitors of a source of which none says whether it is online, what is known of the one that is known best; null where one does, or nothing is known of any. */
export function tooFewDays(
  monitors: readonly { readonly days: DeviceDays }[],
  asOf: DayNumber,
  rule: Required<OnlineRule>,
): TooFewDays | null {
  if (monitors.some(({ days }) => onlineOn(days, asOf, rule) !== null)) return null
  const known = monitors.map(({ days: { days, classes } }): TooFewDays => {
    const until = days.filter((day) => day <= asOf)
    return {
      days: until.length,
      last: until.at(-1) ?? null,
      dataClass: leastReal(new Set(classes.slice(0, until.length))),
    }
  })
  return known.reduce<TooFewDays | null>((best, each) => (best && best.days >= each.days ? best : each), null)
}

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

/** Whether somebody said of an item that it does not hold, and readings do not show that it did since. */
const isStillSaid = ({ since, wasOnline }: OnlineFact, known: SeenItem | undefined): boolean =>
  known?.holds === false && !(wasOnline && Math.max(known.day, known.since) < since!)

type FlagValues = Extract<Column, { type: 'flag' }>

/** A table with what readings decide of its rows. */
export interface MeasuredTable {
  /** Cells that readings have set; empty ones where a person has to look. */
  readonly measuredSet?: SetCells
  readonly measured?: MeasuredRows
}

/**
 * A table in which the readings of each source's monitors say whether it is online: in place of
 * what is written, and of what a team saw before the last of these days. Where they say nothing of the day the rest stands.
 * What falls short of a rule that nobody confirmed is not known: the plan does not say that it fails. Who said before that it fails
 * is not contradicted by it.
 * @param kind as teams saw its sources.
 */
export function withMeasured<T extends KindTable & { readonly dataClass: DataClass }>(
  kind: T,
  { online, ties, rule, isConfirmed }: ByReadings,
  asOf: DayNumber,
): T & MeasuredTable {
  const names = measuredFields(kind.schema, 'online')
    .map(({ name }) => name)
    .filter((name) => kind.table.columns[name]?.type === 'flag')
  if (names.length === 0 || online.size === 0) return kind
  const { table, seen } = kind
  const written = writtenItem({ ...kind, table: seen?.before ?? table })
  const items = new Map(seen?.items)
  const measured = new Map<number, MonitorFact>()
  const flags = new Map(names.map((name) => [name, (table.columns[name] as FlagValues).values.slice()]))
  const set = new Map(names.map((name) => [name, new Uint8Array(table.length)]))
  for (const [row, code] of rowsTold(kind, online, ties)) {
    const fact = monitorsOn(monitorsTelling(online, ties, kind.first + row, code, kind.dataClass), asOf, rule)
    if (!fact) continue
    for (const name of names) {
      const known = seen?.items.get(row)?.get(name)
      // Who stood before it on the last of these days, or later, saw what is.
      if (known && known.day >= fact.to) continue
      measured.set(row, fact)
      const before = known ?? written(name, row)
      if (!fact.isOnline && !isConfirmed) {
        if (isStillSaid(fact, before)) continue
        flags.get(name)![row] = ABSENT_FLAG
        set.get(name)![row] = 1
        continue
      }
      const item = itemOf(fact, before)
      items.set(row, new Map(items.get(row)).set(name, item))
      flags.get(name)![row] = item.holds ? 1 : 0
      set.get(name)![row] = 1
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
