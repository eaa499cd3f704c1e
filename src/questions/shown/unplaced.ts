import { isMonitorList, isTaskList, type Kind } from '@/domain/sources/kinds/kind'
import type { FilteredSources } from '@/questions/filtered-sources'

type Filtered = Pick<FilteredSources, 'evaluated' | 'order'>

/** Number of filtered sources whose kind passes `isOf` and that pass `and`. */
function countOf({ evaluated, order }: Filtered, isOf: (kind: Kind) => boolean, and = (_: number) => true): number {
  const { sources, kinds } = evaluated.opened.inventory
  const column = sources.columns.kind
  if (column?.type !== 'text') return 0
  const such = kinds.flatMap(({ schema }) => (isOf(schema) ? [schema.id] : []))
  const isSuch = column.dictionary.map((kind) => such.some((each) => each === kind))
  let count = 0
  for (const source of order) if (isSuch[column.codes[source]!] && and(source)) count++
  return count
}

/**
 * Number of filtered sources without a position, and so on no map. Kinds that describe a county, and lists of tasks,
 * need none.
 */
export const countUnplaced = (filtered: Filtered): number =>
  countOf(
    filtered,
    (kind) => kind.place !== 'county' && !isTaskList(kind),
    (source) => Number.isNaN(filtered.evaluated.opened.lons[source]!),
  )

/** Number of filtered rows that are tasks named by the plan, not sources. */
export const countTasks = (filtered: Filtered): number => countOf(filtered, isTaskList)

/** Number of filtered rows that are monitors, not sources. */
export const countMonitors = (filtered: Filtered): number => countOf(filtered, isMonitorList)
