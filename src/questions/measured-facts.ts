import { type DayNumber, parseDay, spanStart } from '@/domain/calendar'
import { calibratedBetween, type OnlineFact } from '@/domain/monitoring/online-days'
import { measuredFields } from '@/domain/rules/measured'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { textAt } from '@/domain/table/column'
import type { EvaluatedPackage } from './evaluated-package'
import type { TableOnDay } from './tables-on-day'

/** What readings of the package tell of a field of a source. */
export type MeasuredFact =
  /** They decide whether its monitor is online. */
  | ({ readonly measured: 'online'; readonly field: string } & OnlineFact)
  /** On which days of the quarter it was calibrated, as its flags say: evidence beside what is written. */
  | {
      readonly measured: 'calibrated'
      readonly field: string
      readonly days: readonly DayNumber[]
      readonly dataClass: DataClass
    }

/** What readings tell of the fields of a row on the day; that no reading was flagged as of a calibration tells nothing. */
export function measuredFacts(
  { opened, evaluation }: Pick<EvaluatedPackage, 'opened' | 'evaluation'>,
  { schema, table, measured, set }: TableOnDay,
  row: number,
): readonly MeasuredFact[] {
  const online = measured?.get(row)
  const facts = measuredFields(schema, 'online').flatMap(({ name }): MeasuredFact[] =>
    online && set.some((cells) => cells.get(name)?.[row] === 1) ? [{ measured: 'online', field: name, ...online }] : [],
  )
  const device = opened.pack.onlineDays.get(textAt(table, 'code', row))
  if (!device) return facts
  const asOf = parseDay(evaluation.asOf)
  const days = calibratedBetween(device, spanStart(asOf, 3), asOf)
  if (days.length === 0) return facts
  const { dataClass } = device
  return [
    ...facts,
    ...measuredFields(schema, 'calibrated').map(
      ({ name }): MeasuredFact => ({ measured: 'calibrated', field: name, days, dataClass }),
    ),
  ]
}
