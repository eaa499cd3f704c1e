import { isTaskList } from '@/domain/sources/kinds/kind'
import type { FilteredSources } from './filtered-sources'

/**
 * How many of the filtered sources have no position yet and so are on no map. Those of kinds that stand for a county, or are lists
 * of tasks, need none.
 */
export function countUnplaced({ evaluated: { opened }, order }: FilteredSources): number {
  const column = opened.inventory.sources.columns.kind
  if (column?.type !== 'text') return 0
  const placed = opened.inventory.kinds.flatMap(({ schema }) =>
    schema.place === 'county' || isTaskList(schema) ? [] : [schema.id],
  )
  const isPlaced = column.dictionary.map((kind) => placed.some((each) => each === kind))
  let count = 0
  for (const source of order) if (isPlaced[column.codes[source]!] && Number.isNaN(opened.lons[source]!)) count++
  return count
}
