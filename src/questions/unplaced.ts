import { isMonitorList, isTaskList, type Kind } from '@/domain/sources/kinds/kind'
import type { FilteredSources } from './filtered-sources'

type Filtered = Pick<FilteredSources, 'evaluated' | 'order'>

/** How many of the filtered sources are of such kinds, and as `and` says. */
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
 * How many of the filtered sources have no position yet and so are on no map. Those of kinds that stand for a county, or are lists
 * of tasks, need none.
 */
export const countUnplaced = (filtered: Filtered): number =>
  countOf(
    filtered,
    (kind) => kind.place !== 'county' && !isTaskList(kind),
    (source) => Number.isNaN(filtered.evaluated.opened.lons[source]!),
  )

/** How many of the filtered are tasks that the plan names, and no sources. */
export const countTasks = (filtered: Filtered): number => countOf(filtered, isTaskList)

/** How many of the filtered are monitors, and no sources. */
export const countMonitors = (filtered: Filtered): number => countOf(filtered, isMonitorList)
