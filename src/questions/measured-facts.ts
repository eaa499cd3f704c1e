import { type DayNumber, parseDay, spanStart } from '@/domain/calendar'
import { type CalibratedDay, calibratedBetween } from '@/domain/monitoring/online-days'
import type { Finding } from '@/domain/rules/findings'
import type { TrackedRow } from '@/domain/rules/kind-table'
import { type MonitorFact, measuredFields, monitorsTelling, type TooFewDays, tooFewDays } from '@/domain/rules/measured'
import { type Check, fieldsOf } from '@/domain/rules/rule'
import { haulFields, isShareToVerify } from '@/domain/rules/tracked'
import { rowOf } from '@/domain/sources/inventory'
import { DATA_CLASSES, type DataClass } from '@/domain/sources/kinds/data-class'
import { ABSENT_FLAG, textAt } from '@/domain/table/column'
import type { EvaluatedPackage } from './evaluated-package'
import type { TableOnDay } from './tables-on-day'

/**
 * What readings come to for a field: they decide it; a person has to look, since they fall short of what nobody confirmed; or they
 * stand beside what people say.
 */
export type ReadingsRole = 'decides' | 'verify' | 'beside'

/** What devices tell of a field of a source. */
export type MeasuredFact =
  /** They say whether its monitor is online. */
  | ({ readonly measured: 'online'; readonly field: string; readonly role: ReadingsRole } & MonitorFact)
  /** On which days of the quarter it was calibrated, as its flags say: evidence beside what is written. Made-up days are one of their own. */
  | {
      readonly measured: 'calibrated'
      readonly field: string
      readonly days: readonly DayNumber[]
      readonly dataClass: DataClass
      /** Which of its monitors says so; absent where it has only one. */
      readonly device?: string
    }
  /** They decide its trips in the month and how many of them were by day; `field` is that of the latter. */
  | ({ readonly measured: 'hauls'; readonly field: string } & TrackedRow)

/** Fields that readings would decide, were there enough of them. */
export interface UndecidedByReadings extends TooFewDays {
  readonly fields: readonly string[]
}

/** Whether a person has to look whether a check is met: what devices tell falls short by a setting that nobody confirmed. */
export const needsLook = (fact: MeasuredFact, check?: Check): boolean =>
  fact.measured === 'online'
    ? fact.role === 'verify'
    : fact.measured === 'hauls' && check?.type === 'share-at-least' && isShareToVerify(fact, check.percent)

type OnlineOfField = Extract<MeasuredFact, { measured: 'online' }>

/** What readings come to for the fields of a row: a team that was there later has the last word. */
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

/** Where tracks of trucks decide the trips of a row. */
function trackFacts({ schema, tracked }: TableOnDay, row: number): readonly MeasuredFact[] {
  const [fact, fields] = [tracked?.get(row), haulFields(schema)]
  return fact && fields ? [{ measured: 'hauls', field: fields.part, ...fact }] : []
}

/** What devices tell of the fields of a row on the day; that no reading was flagged as of a calibration tells nothing. */
export function measuredFacts(
  { opened, evaluation, online }: Pick<EvaluatedPackage, 'opened' | 'evaluation' | 'online'>,
  table: TableOnDay,
  row: number,
): readonly MeasuredFact[] {
  const facts = [...onlineFacts(table, row), ...trackFacts(table, row)]
  const code = textAt(table.table, 'code', row)
  const monitors = monitorsTelling(online, opened.ties, table.first + row, code, table.dataClass)
  const asOf = parseDay(evaluation.asOf)
  const calibrated = measuredFields(table.schema, 'calibrated')
  return [
    ...facts,
    ...monitors.flatMap(({ device, days }) => {
      const which = monitors.length > 1 ? { device } : {}
      return byClass(calibratedBetween(days, spanStart(asOf, 3), asOf)).flatMap((of) =>
        calibrated.map(({ name }): MeasuredFact => ({ measured: 'calibrated', field: name, ...of, ...which })),
      )
    }),
  ]
}

/** What is known of the readings of a row's monitors where they are too few to decide a field of it; null elsewhere. */
export function undecidedBy(
  { opened, evaluation, online }: Pick<EvaluatedPackage, 'opened' | 'evaluation' | 'online'>,
  { schema, table, first, dataClass }: TableOnDay,
  row: number,
): UndecidedByReadings | null {
  const { days, leastShare } = opened.pack.monitoring?.online ?? {}
  const fields = measuredFields(schema, 'online').map(({ name }) => name)
  if (days === undefined || leastShare === undefined || fields.length === 0) return null
  const monitors = monitorsTelling(online, opened.ties, first + row, textAt(table, 'code', row), dataClass)
  const known = tooFewDays(monitors, parseDay(evaluation.asOf), { days, leastShare })
  return known && { ...known, fields }
}

/** Days of each class apart, the most real first. */
const byClass = (calibrated: readonly CalibratedDay[]) =>
  DATA_CLASSES.flatMap((dataClass) => {
    const days = calibrated.filter((each) => each.dataClass === dataClass).map(({ day }) => day)
    return days.length === 0 ? [] : [{ days, dataClass }]
  })

/** What readings and tracks tell of what the rule of a finding asks: by which it came about, or which stand beside it. */
export function factsBehind(
  evaluated: Pick<EvaluatedPackage, 'opened' | 'tables' | 'evaluation' | 'online'>,
  { rule, source }: Pick<Finding, 'rule' | 'source'>,
): readonly MeasuredFact[] {
  const { kind, row } = rowOf({ kinds: evaluated.tables }, source)
  const asked = fieldsOf(evaluated.opened.pack.rules[rule]!.check)
  return measuredFacts(evaluated, kind, row).filter(({ field }) => asked.includes(field))
}

/** What a finding rests on besides what people wrote, and how real that is. */
export interface Evidence {
  readonly by: 'readings' | 'tracks'
  readonly dataClass: DataClass
  /** It is none of what fails: a person has to look whether it does. */
  readonly isToVerify?: true
}

/**
 * By what of these facts a finding came about; null where by none: what only stands beside what people wrote is no reason. `check`: of
 * one that may have to be looked at.
 */
export function evidenceOf(facts: readonly MeasuredFact[], check?: Check): Evidence | null {
  for (const fact of facts) {
    if (fact.measured === 'calibrated' || (fact.measured === 'online' && fact.role === 'beside')) continue
    const by = fact.measured === 'hauls' ? 'tracks' : 'readings'
    return { by, dataClass: fact.dataClass, ...(needsLook(fact, check) && { isToVerify: true }) }
  }
  return null
}

/** By what readings or tracks a finding came about; null where it rests on none. */
export function evidenceBehind(
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
