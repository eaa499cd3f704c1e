import type { DayNumber } from '@/domain/calendar'
import { rowOf } from '@/domain/sources/inventory'
import { fieldMeaning } from '@/domain/sources/kinds/field'
import { ABSENT_DAY, lineOf, textAt, type Value, valueAt } from '@/domain/table/column'
import type { OpenedPackage } from '@/questions/opened-package'

/** One survey of a source, from the kind's table of surveys. */
export interface SourceSurvey {
  readonly day: DayNumber
  /** Line in the table. */
  readonly line: number
  /** Surveyed values by field name, without source and day. */
  readonly values: Readonly<Record<string, Value>>
}

/**
 * All surveys of a source in the package, newest first, including those after the as-of date; empty if its kind has
 * none.
 */
export function sourceHistory({ pack, inventory }: OpenedPackage, source: number): SourceSurvey[] {
  const { kind, row } = rowOf(inventory, source)
  const fields = kind.schema.surveys?.fields
  if (!fields) return []
  const code = textAt(kind.table, 'code', row)
  const [sourceField, dayField] = [fieldMeaning(fields, 'source')!.name, fieldMeaning(fields, 'surveyedOn')!.name]
  const names = fields.map(({ name }) => name).filter((name) => name !== sourceField && name !== dayField)
  return (pack.surveys.get(kind.kind) ?? [])
    .flatMap((table) => {
      const days = table.columns[dayField]
      if (days?.type !== 'day') return []
      return Array.from(days.values, (day, survey) => ({ table, day, survey }))
    })
    .filter(({ table, day, survey }) => day !== ABSENT_DAY && textAt(table, sourceField, survey) === code)
    .sort((a, b) => b.day - a.day)
    .map(({ table, day, survey }) => ({
      day,
      line: lineOf(table, survey),
      values: Object.fromEntries(
        names.flatMap((name) => (table.columns[name] ? [[name, valueAt(table, name, survey)]] : [])),
      ),
    }))
}
