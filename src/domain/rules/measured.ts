import type { DayNumber } from '@/domain/calendar'
import {
  type DeviceDays,
  type OnlineDays,
  type OnlineFact,
  onlineOn,
  usableDays,
} from '@/domain/monitoring/online-days'
import type { OnlineRule } from '@/domain/monitoring/settings'
import { type DataClass, leastReal } from '@/domain/sources/kinds/data-class'
import type { Field } from '@/domain/sources/kinds/field'
import type { Measured } from '@/domain/sources/kinds/meaning'
import { type MonitorTies, numbersAt } from '@/domain/sources/monitor-ties'
import { ABSENT_DAY, ABSENT_FLAG, type Column, rowsOfTexts, type SetCells, textAt } from '@/domain/table/column'
import type { KindTable, ObservedItem } from './kind-table'
import { metItem } from './row-observations'
import { writtenItem } from './team-observations'

/** Fields of a kind whose values can come from devices in the given way. */
export const measuredFields = ({ fields }: { readonly fields: readonly Field[] }, measured: Measured): Field[] =>
  fields.filter((field) => field.measured === measured)

/** Online days from readings, and the rule by which they are judged. */
export interface ReadingsEvidence {
  readonly online: OnlineDays
  readonly ties: MonitorTies
  readonly rule: Required<OnlineRule>
  /**
   * Whether the rule is from the plan or another document. If not, falling short of it breaks nothing; a person has to
   * look.
   */
  readonly isConfirmed: boolean
}

/** Online state of a source, from readings. */
export interface MonitorFact extends OnlineFact {
  /** Which of its monitors decides; absent if it has only one. */
  readonly device?: string
}

/** Online state by row, for rows that nobody has inspected since. */
export type MeasuredRows = ReadonlyMap<number, MonitorFact>

/** A monitor with readings for a source, with the number under which they arrived. */
interface TellingMonitor {
  readonly device: string
  readonly days: DeviceDays
}

/** The package's monitors with readings for a source; made-up readings do not count for a real source. */
export const usableMonitors = (
  online: OnlineDays,
  ties: MonitorTies,
  source: number,
  code: string,
  dataClass: DataClass,
): readonly TellingMonitor[] =>
  numbersAt(ties, source, code).flatMap((numbers) => {
    const device = numbers.find((number) => online.has(number))
    const known = device === undefined ? undefined : online.get(device)
    if (device === undefined || !known) return []
    const days = usableDays(known, dataClass)
    return days.days.length > 0 || days.calibrated.length > 0 ? [{ device, days }] : []
  })

/**
 * Rows of a table for which there may be readings, with their codes: readings arrived under the code, or a monitor
 * stands there.
 */
function rowsTold({ first, table }: Pick<KindTable, 'first' | 'table'>, online: OnlineDays, ties: MonitorTies) {
  const told = new Map(rowsOfTexts(table.columns.code, new Set(online.keys())))
  for (const source of [...ties.bySource.keys(), ...ties.standingAt.keys()])
    if (source >= first && source < first + table.length)
      told.set(source - first, textAt(table, 'code', source - first))
  return [...told].sort(([one], [other]) => one - other)
}

/**
 * Combines the monitors of a source: online if all with known data are; otherwise offline since the first that is.
 * Returns null if no readings cover the day.
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
  const known = monitors.map(({ days: { days, classes, calibrated } }): TooFewDays => {
    const until = days.filter((day) => day <= asOf)
    const all = [...classes, ...calibrated.map(({ dataClass }) => dataClass)]
    return {
      days: until.length,
      last: until.at(-1) ?? null,
      // Without a day up to then, the class is that of all that is known of the monitor.
      dataClass: leastReal(new Set(until.length > 0 ? classes.slice(0, until.length) : all)),
    }
  })
  return known.reduce<TooFewDays | null>((best, each) => (best && best.days >= each.days ? best : each), null)
}

/**
 * Merges a failure found by readings with the item's known state. A known failure continues unless readings show that
 * the device was online in between; then it starts anew, and a rectification day before that counts as met.
 */
function failing({ since, to, wasOnline }: OnlineFact, known: ObservedItem | undefined): ObservedItem {
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

/** State of an item from readings. */
const itemOf = (fact: OnlineFact, known: ObservedItem | undefined): ObservedItem =>
  fact.isOnline ? metItem(fact.to) : failing(fact, known)

/** Whether the item was recorded as not holding, and readings do not show that it has held since. */
const isStillSaid = ({ since, wasOnline }: OnlineFact, known: ObservedItem | undefined): boolean =>
  known?.holds === false && !(wasOnline && Math.max(known.day, known.since) < since!)

type FlagValues = Extract<Column, { type: 'flag' }>

/** A table whose rows are partly decided by readings. */
export interface ReadingsOverlay {
  /** Cells set by readings; cells that a person has to look at are emptied. */
  readonly measuredSet?: SetCells
  readonly measured?: MeasuredRows
}

/**
 * Fills in from readings whether each source is online. Readings replace what the table says, and what a team saw
 * before the last of these days. Where no readings cover the day, the state stays as it was. If a source falls short of
 * an unconfirmed rule, the cell becomes unknown, because the plan does not call this a failure; a failure already
 * recorded stays.
 * @param kind the table with the teams' observations applied.
 */
export function withMeasured<T extends KindTable & { readonly dataClass: DataClass }>(
  kind: T,
  { online, ties, rule, isConfirmed }: ReadingsEvidence,
  asOf: DayNumber,
): T & ReadingsOverlay {
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
    const fact = monitorsOn(usableMonitors(online, ties, kind.first + row, code, kind.dataClass), asOf, rule)
    if (!fact) continue
    for (const name of names) {
      const known = seen?.items.get(row)?.get(name)
      // An inspection on the last of these days or later overrides the readings.
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
