import type { Measure } from '@/domain/rules/clause'
import type { Measured } from '@/domain/rules/measure'
import { gradesOf } from '@/domain/sources/grades'
import type { Kind } from '@/domain/sources/kinds/kind'
import { nameMeaning } from '@/domain/sources/kinds/kind'
import { type ColumnTest, FLAGS } from '@/domain/sources/view/column-test'
import { askingFor, type Filters, NO_FILTERS } from '@/domain/sources/view/filters'
import type { View } from '@/store/view/view'

/** The view of some sources, whatever their standing: only the table has them all with their columns. */
const inTable = (filters: Partial<Filters>): Partial<View> => ({ filters: { ...NO_FILTERS, ...filters }, table: true })

/**
 * The view that has the sources behind a measured value: of a share that passes, those that do not; of a smallest number, those
 * that have it; of a count, the counted. Null where the value is not of sources.
 */
export function rowsBehind(measure: Measure, { value }: Measured, kinds: readonly Kind[]): Partial<View> | null {
  switch (measure.of) {
    case 'passing':
      return { filters: askingFor(NO_FILTERS, measure.rule) }
    case 'smallest': {
      const { kind, column, where } = measure
      const columns: ColumnTest[] = [{ column, from: value, to: value }]
      if (where) columns.push({ column: where.flag, oneOf: [FLAGS[where.is ? 1 : 0]] })
      return inTable({ kinds: [kind], columns })
    }
    case 'share':
      return inTable({ kinds: [measure.kind] })
    case 'in-ring':
    case 'industries':
    case 'newly-advanced': {
      const kind = kinds.find(({ ring, ladder }) => ring && ladder)
      if (!kind) return null
      const ringed: Partial<Filters> = { kinds: [kind.id], ring: ['inside'] }
      return inTable(measure.of === 'newly-advanced' ? { ...ringed, ...newlyAdvanced(kind) } : ringed)
    }
    case 'worst-dustfall':
      return null
  }
}

/** Advanced now, and known not to have been last year. */
function newlyAdvanced(kind: Kind): Partial<Filters> {
  const advanced = kind.ladder?.advanced ?? []
  const before = gradesOf(kind).filter((grade) => !advanced.includes(grade))
  return { grades: advanced, columns: [{ column: nameMeaning(kind, 'lastGrade') ?? '', oneOf: before }] }
}
