import { type DayNumber, parseDay, spanStart } from '@/domain/calendar'
import { calibratedBetween, daysTelling, type OnlineFact } from '@/domain/monitoring/online-days'
import type { Finding } from '@/domain/rules/findings'
import { measuredFields } from '@/domain/rules/measured'
import { fieldsOf } from '@/domain/rules/rule'
import { rowOf } from '@/domain/sources/inventory'
import { DATA_CLASSES, type DataClass } from '@/domain/sources/kinds/data-class'
import { textAt } from '@/domain/table/column'
import type { EvaluatedPackage } from './evaluated-package'
import type { TableOnDay } from './tables-on-day'

/** What readings of the package tell of a field of a source. */
export type MeasuredFact =
  /** They decide whether its monitor is online. */
  | ({ readonly measured: 'online'; readonly field: string } & OnlineFact)
  /** On which days of the quarter it was calibrated, as its flags say: evidence beside what is written. Made-up days are one of their own. */
  | {
      readonly measured: 'calibrated'
      readonly field: string
      readonly days: readonly DayNumber[]
      readonly dataClass: DataClass
    }

type OnlineOfField = Extract<MeasuredFact, { measured: 'online' }>

/** Where readings decide a field of a row: a team that was there later has the last word. */
const onlineFacts = ({ schema, measured, set }: TableOnDay, row: number): readonly OnlineOfField[] => {
  const online = measured?.get(row)
  if (!online) return []
  return measuredFields(schema, 'online')
    .filter(({ name }) => set.some((cells) => cells.get(name)?.[row] === 1))
    .map(({ name }) => ({ measured: 'online', field: name, ...online }))
}

/** What readings tell of the fields of a row on the day; that no reading was flagged as of a calibration tells nothing. */
export function measuredFacts(
  { opened, evaluation }: Pick<EvaluatedPackage, 'opened' | 'evaluation'>,
  table: TableOnDay,
  row: number,
): readonly MeasuredFact[] {
  const facts = onlineFacts(table, row)
  const device = opened.pack.onlineDays.get(textAt(table.table, 'code', row))
  if (!device) return facts
  const asOf = parseDay(evaluation.asOf)
  const calibrated = calibratedBetween(daysTelling(device, table.dataClass), spanStart(asOf, 3), asOf)
  const byClass = DATA_CLASSES.flatMap((dataClass) => {
    const days = calibrated.filter((each) => each.dataClass === dataClass).map(({ day }) => day)
    return days.length === 0 ? [] : [{ days, dataClass }]
  })
  const fields = measuredFields(table.schema, 'calibrated')
  return [
    ...facts,
    ...fields.flatMap(({ name }) =>
      byClass.map((each): MeasuredFact => ({ measured: 'calibrated', field: name, ...each })),
    ),
  ]
}

/** What readings tell of what the rule of a finding asks: by which it came about, or which stand beside it. */
export function readingsBehind(
  evaluated: Pick<EvaluatedPackage, 'opened' | 'tables' | 'evaluation'>,
  { rule, source }: Pick<Finding, 'rule' | 'source'>,
): readonly MeasuredFact[] {
  const { kind, row } = rowOf({ kinds: evaluated.tables }, source)
  const asked = fieldsOf(evaluated.opened.pack.rules[rule]!.check)
  return measuredFacts(evaluated, kind, row).filter(({ field }) => asked.includes(field))
}

/** How real the readings are by which a finding came about; null where it rests on none. */
export function readingsClass(
  { opened, tables }: Pick<EvaluatedPackage, 'opened' | 'tables'>,
  { rule, source }: Pick<Finding, 'rule' | 'source'>,
): DataClass | null {
  const { kind, row } = rowOf({ kinds: tables }, source)
  if (!kind.measured?.has(row)) return null
  const asked = fieldsOf(opened.pack.rules[rule]!.check)
  return onlineFacts(kind, row).find(({ field }) => asked.includes(field))?.dataClass ?? null
}
