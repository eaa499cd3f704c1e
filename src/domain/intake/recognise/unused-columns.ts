import type { IntakePlan } from './plan'
import { isRunningNumber } from './running-number'

/** Fields that a table with a column per month or point may have beside its values. */
export const FIELDS_IN_WIDE: ReadonlySet<string> = new Set(['county', 'point', 'name', 'reason', 'lon', 'lat'])

/** Headings of the columns of a wide table of dustfall that are neither imported nor compared with anything. */
export function unusedColumns(plan: IntakePlan): readonly string[] {
  const { dustfall, columns, stated, filled, position, units, header } = plan
  if (dustfall.form === 'long') return []
  const ofForm =
    dustfall.form === 'months'
      ? [dustfall.unit, ...dustfall.months.keys()]
      : [dustfall.county, dustfall.monthColumn, ...dustfall.points.keys()]
  const used = new Set([
    ...ofForm,
    ...Object.entries(columns).flatMap(([field, column]) => (FIELDS_IN_WIDE.has(field) ? [column] : [])),
    ...Object.values(position.columns ?? {}),
    position.datumColumn,
    units.column,
    ...stated.keys(),
  ])
  return header.names.filter(
    (name, column) => name !== '' && filled.has(column) && !used.has(column) && !isRunningNumber(name),
  )
}
