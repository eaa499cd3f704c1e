import { type IsoDay, parseDay } from '@/domain/calendar'
import { withoutMadeUp } from '@/domain/monitoring/online-days'
import { measuredFields } from '@/domain/rules/measured'
import { fieldsOf } from '@/domain/rules/rule'
import { type TeamObservation, withoutHints } from '@/domain/rules/team-observations'
import { ABSENT_FLAG } from '@/domain/table/column'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { tablesOnDay } from '@/questions/tables-on-day'

/** Sources that made-up readings judge, of which nothing made up will once real ones are imported. */
export interface JudgedByMadeUp {
  readonly asOf: IsoDay
  readonly sources: number
  /** Of them, those that are judged otherwise by what is left, were no import to tell of them; and those of which nothing is known then. */
  readonly otherwise: number
  readonly unknown: number
}

/** What the next import of real readings changes for sources that made-up ones judge on the day. `seen`: what teams saw. */
export function judgedByMadeUp(
  { opened, evaluation, hauls, online, tables }: EvaluatedPackage,
  seen: readonly TeamObservation[],
): JudgedByMadeUp {
  const counts = { asOf: evaluation.asOf, sources: 0, otherwise: 0, unknown: 0 }
  // Where nobody says how readings make an hour, an import judges nothing, and the made-up ones stay.
  if (!opened.pack.monitoring?.hour) return counts
  // Of a monitor that stands at a source the source is judged, not its own row too.
  const asked = tables.map(({ kind, schema }) => {
    const rules = opened.pack.rules.filter((rule) => rule.kind === kind)
    return measuredFields(schema, 'online').filter(({ name }) =>
      rules.some(({ check }) => fieldsOf(check).includes(name)),
    )
  })
  const resting = tables.map(({ measured }, at) =>
    asked[at]!.length === 0
      ? []
      : [...(measured ?? [])].flatMap(([row, { dataClass }]) => (dataClass === 'illustrative' ? [row] : [])),
  )
  if (resting.every((rows) => rows.length === 0)) return counts
  const day = parseDay(evaluation.asOf)
  const after = tablesOnDay(opened, day, withoutHints(seen, opened.pack.rules), hauls, withoutMadeUp(online))
  for (const [at, { table }] of tables.entries()) {
    const fields = asked[at]!.flatMap(({ name }) => {
      const [now, next] = [table.columns[name], after[at]!.table.columns[name]]
      return now?.type === 'flag' && next?.type === 'flag' ? [{ now: now.values, next: next.values }] : []
    })
    for (const row of resting[at]!) {
      const changed = fields.filter(({ now, next }) => now[row] !== next[row])
      counts.sources++
      if (changed.length > 0) counts.otherwise++
      if (changed.some(({ next }) => next[row] === ABSENT_FLAG)) counts.unknown++
    }
  }
  return counts
}
