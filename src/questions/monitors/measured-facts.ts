import { type DayNumber, parseDay, startOfPeriod } from '@/domain/calendar'
import { type CalibratedDay, calibratedBetween } from '@/domain/monitoring/online-days'
import type { Finding } from '@/domain/rules/findings'
import type { TrackedRow } from '@/domain/rules/kind-table'
import { type MonitorFact, measuredFields, type TooFewDays, tooFewDays, usableMonitors } from '@/domain/rules/measured'
import { type Check, fieldsOf } from '@/domain/rules/rule'
import { haulFields, isShareToVerify } from '@/domain/rules/tracked'
import { rowOf } from '@/domain/sources/inventory'
import { DATA_CLASSES, type DataClass } from '@/domain/sources/kinds/data-class'
import { ABSENT_FLAG, textAt } from '@/domain/table/column'
import type { HaulBasis } from '@/domain/trucks/hauls'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import type { TableOnDay } from '@/questions/tables-on-day'

/**
 * How readings affect a field: they decide it; a person has to verify it, because they miss a value that nobody
 * confirmed; or they are shown beside what people recorded.
 */
export type ReadingsEffect = 'decides' | 'verify' | 'beside'

/** How tracks affect a field: they decide it, or are too few for that and are shown beside what the county reported. */
export type TracksEffect = 'decides' | 'beside'

/** What readings or tracks say about a field of a source. */
export type MeasuredFact =
  /** Whether its monitor is online. */
  | ({ readonly measured: 'online'; readonly field: string; readonly role: ReadingsEffect } & MonitorFact)
  /**
   * Days of the quarter on which its readings were flagged as calibration: evidence beside the written record. Days
   * of made-up data form a fact of their own.
   */
  | {
      readonly measured: 'calibrated'
      readonly field: string
      readonly days: readonly DayNumber[]
      readonly dataClass: DataClass
      /** The monitor; absent if the source has only one. */
      readonly device?: string
    }
  /**
   * Its trips in the month and how many were by day, according to tracks. They decide both fields, or are too few for
   * that and are shown beside the county's own figures. `field` is the field of the trips by day,
   * `whole` that of all trips.
   */
  | ({
      readonly measured: 'hauls'
      readonly field: string
      readonly whole: string
      readonly role: TracksEffect
    } & TrackedRow)

/** Fields that readings would decide if there were enough of them. */
export interface UndecidedByReadings extends TooFewDays {
  readonly fields: readonly string[]
}

/** Whether a person has to look whether a check is met: the data misses a value that nobody confirmed. */
export const needsInspection = (fact: MeasuredFact, check?: Check): boolean =>
  fact.measured === 'online'
    ? fact.role === 'verify'
    : fact.measured === 'hauls' &&
      fact.role === 'decides' &&
      check?.type === 'share-at-least' &&
      isShareToVerify(fact, check.percent)

type OnlineOfField = Extract<MeasuredFact, { measured: 'online' }>
export type TracksFact = Extract<MeasuredFact, { measured: 'hauls' }>

/** Facts on the online fields of a row; they only stand beside a team's later check, which takes precedence. */
const onlineFacts = ({ schema, measured, measuredSet, table }: TableOnDay, row: number): readonly OnlineOfField[] => {
  const online = measured?.get(row)
  if (!online) return []
  return measuredFields(schema, 'online').map(({ name }) => {
    const column = table.columns[name]
    const isAbsent = column?.type === 'flag' && column.values[row] === ABSENT_FLAG
    const role = measuredSet?.get(name)?.[row] !== 1 ? 'beside' : isAbsent ? 'verify' : 'decides'
    return { measured: 'online', field: name, role, ...online }
  })
}

/** What trucks' tracks say about the trips of a row. */
export function trackFacts(
  { schema, tracked, trackedTooLittle }: Pick<TableOnDay, 'schema' | 'tracked' | 'trackedTooLittle'>,
  row: number,
): readonly TracksFact[] {
  const [fields, deciding] = [haulFields(schema), tracked?.get(row)]
  const fact = deciding ?? trackedTooLittle?.get(row)
  return fact && fields
    ? [{ measured: 'hauls', field: fields.part, whole: fields.whole, role: deciding ? 'decides' : 'beside', ...fact }]
    : []
}

/**
 * What readings and tracks say about the fields of a row on the day; readings without a calibration flag prove
 * nothing.
 */
export function measuredFacts(
  { opened, evaluation, online }: Pick<EvaluatedPackage, 'opened' | 'evaluation' | 'online'>,
  table: TableOnDay,
  row: number,
): readonly MeasuredFact[] {
  const facts = [...onlineFacts(table, row), ...trackFacts(table, row)]
  const code = textAt(table.table, 'code', row)
  const monitors = usableMonitors(online, opened.ties, table.first + row, code, table.dataClass)
  const asOf = parseDay(evaluation.asOf)
  const calibrated = measuredFields(table.schema, 'calibrated')
  return [
    ...facts,
    ...monitors.flatMap(({ device, days }) => {
      const which = monitors.length > 1 ? { device } : {}
      return byClass(calibratedBetween(days, startOfPeriod(asOf, 3), asOf)).flatMap((of) =>
        calibrated.map(({ name }): MeasuredFact => ({ measured: 'calibrated', field: name, ...of, ...which })),
      )
    }),
  ]
}

/** The readings of a row's monitors if they are too few to decide any field of the row; else null. */
export function undecidedBy(
  { opened, evaluation, online }: Pick<EvaluatedPackage, 'opened' | 'evaluation' | 'online'>,
  { schema, table, first, dataClass }: TableOnDay,
  row: number,
): UndecidedByReadings | null {
  const { days, leastShare } = opened.pack.monitoring?.online ?? {}
  const fields = measuredFields(schema, 'online').map(({ name }) => name)
  if (days === undefined || leastShare === undefined || fields.length === 0) return null
  const monitors = usableMonitors(online, opened.ties, first + row, textAt(table, 'code', row), dataClass)
  const known = tooFewDays(monitors, parseDay(evaluation.asOf), { days, leastShare })
  return known && { ...known, fields }
}

/** Days grouped by data class, the most real class first. */
const byClass = (calibrated: readonly CalibratedDay[]) =>
  DATA_CLASSES.flatMap((dataClass) => {
    const days = calibrated.filter((each) => each.dataClass === dataClass).map(({ day }) => day)
    return days.length === 0 ? [] : [{ days, dataClass }]
  })

/** Readings and tracks on the fields that a finding's rule checks: the finding's cause, or evidence beside it. */
export function measuredFactsOfFinding(
  evaluated: Pick<EvaluatedPackage, 'opened' | 'tables' | 'evaluation' | 'online'>,
  { rule, source }: Pick<Finding, 'rule' | 'source'>,
): readonly MeasuredFact[] {
  const { kind, row } = rowOf({ kinds: evaluated.tables }, source)
  const asked = fieldsOf(evaluated.opened.pack.rules[rule]!.check)
  return measuredFacts(evaluated, kind, row).filter(({ field }) => asked.includes(field))
}

/** The data behind a finding apart from what people recorded, and its data class. */
export type Evidence = {
  readonly dataClass: DataClass
  /** Not a failure yet: a person has to look whether it is one. */
  readonly isToVerify?: true
} & ({ readonly by: 'readings' } | { readonly by: 'tracks'; readonly basis: HaulBasis })

/**
 * Which of these facts caused a finding; null if none: facts that only stand beside people's records are no cause.
 * `check`: the finding's check, needed to tell whether a person has to look.
 */
export function evidenceOf(facts: readonly MeasuredFact[], check?: Check): Evidence | null {
  for (const fact of facts) {
    if (fact.measured === 'calibrated' || fact.role === 'beside') continue
    const by =
      fact.measured === 'hauls'
        ? { by: 'tracks' as const, basis: { days: fact.days, trips: fact.trips, trucks: fact.trucks } }
        : { by: 'readings' as const }
    return { ...by, dataClass: fact.dataClass, ...(needsInspection(fact, check) && { isToVerify: true }) }
  }
  return null
}

/** The readings or tracks that caused a finding; null if it rests on neither. */
export function evidenceOfFinding(
  { opened, tables }: Pick<EvaluatedPackage, 'opened' | 'tables'>,
  { rule, source }: Pick<Finding, 'rule' | 'source'>,
): Evidence | null {
  const { kind, row } = rowOf({ kinds: tables }, source)
  if (!kind.measured?.has(row) && !kind.tracked?.has(row)) return null
  const { check } = opened.pack.rules[rule]!
  const asked = fieldsOf(check)
  const isAsked = ({ field }: MeasuredFact) => asked.includes(field)
  return evidenceOf([...onlineFacts(kind, row), ...trackFacts(kind, row)].filter(isAsked), check)
}
