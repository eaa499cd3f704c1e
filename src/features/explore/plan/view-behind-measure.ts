import type { Measure } from '@/domain/rules/clause'
import { type Measured, measuredKinds } from '@/domain/rules/measure'
import type { Scope } from '@/domain/rules/rule'
import { gradesOf } from '@/domain/sources/grades'
import type { Kind } from '@/domain/sources/kinds/kind'
import { fieldNameByMeaning } from '@/domain/sources/kinds/kind'
import { type ColumnTest, FLAGS } from '@/domain/sources/view/column-test'
import { type Filters, NO_FILTERS, withOnlyRequirement } from '@/domain/sources/view/filters'
import type { View } from '@/store/view/view'

/** The view of filtered sources of any status; only the table shows all of them with their columns. */
const inTable = (filters: Partial<Filters>): Partial<View> => ({ filters: { ...NO_FILTERS, ...filters }, table: true })

/** Filters equivalent to the given scopes. */
function narrowedTo(scopes: readonly Scope[]): Partial<Filters> {
  const counties = scopes.flatMap((scope) => ('counties' in scope ? scope.counties : []))
  const columns = scopes.flatMap((scope): ColumnTest[] => {
    if ('counties' in scope) return []
    const { field: column } = scope
    if ('is' in scope) return [{ column, oneOf: [FLAGS[scope.is ? 1 : 0]] }]
    return 'oneOf' in scope ? [{ column, oneOf: scope.oneOf }] : [{ column, from: scope.equals, to: scope.equals }]
  })
  return { counties, columns }
}

/**
 * The view of the sources behind a measured value: for a share that passes, those that do not; for a minimum, those
 * that have it; for a count, those counted. Null if the value is not about sources.
 */
export function viewBehindMeasure(
  measure: Measure,
  { value }: Pick<Measured, 'value'>,
  kinds: readonly Kind[],
): Partial<View> | null {
  switch (measure.of) {
    case 'passing':
      return { filters: withOnlyRequirement(NO_FILTERS, measure.rule) }
    case 'smallest': {
      const { kind, column, where } = measure
      const columns: ColumnTest[] = [{ column, from: value, to: value }]
      if (where) columns.push({ column: where.flag, oneOf: [FLAGS[where.is ? 1 : 0]] })
      return inTable({ kinds: [kind], columns })
    }
    case 'count':
    case 'proportion': {
      // For a share all of its base, for a count those counted.
      const { kind, among = [], where } = measure
      return inTable({ kinds: [kind], ...narrowedTo(measure.of === 'count' ? [...among, ...where] : among) })
    }
    case 'share':
      return inTable({ kinds: [measure.kind] })
    case 'in-ring':
    case 'industries':
    case 'newly-advanced': {
      // The value is counted over all these kinds together.
      const counted = measuredKinds(measure, kinds)
      if (counted.length === 0) return null
      const ringed: Partial<Filters> = { kinds: counted.map(({ id }) => id), ring: ['inside'] }
      if (measure.of !== 'newly-advanced') return inTable(ringed)
      const advanced = newlyAdvanced(counted)
      return advanced && inTable({ ...ringed, ...advanced })
    }
    case 'worst-dustfall':
      return null
  }
}

/**
 * Filters for sources that are advanced now and were known not to be last year; null if kinds name or rank their grades
 * so differently that no single filter covers them.
 */
function newlyAdvanced(kinds: readonly Kind[]): Partial<Filters> | null {
  const advanced = new Set(kinds.flatMap(({ ladder }) => ladder?.advanced ?? []))
  const before = new Set(
    kinds.flatMap((kind) => gradesOf(kind).filter((grade) => !kind.ladder?.advanced.includes(grade))),
  )
  const [column = '', ...others] = new Set(kinds.map((kind) => fieldNameByMeaning(kind, 'lastGrade') ?? ''))
  if (others.length > 0 || [...before].some((grade) => advanced.has(grade))) return null
  return { grades: [...advanced], columns: [{ column, oneOf: [...before] }] }
}
