import type { Value } from '@/domain/table/column'
import type { TableGroup } from '@/questions/table/table-view'

/** Columns with a different value in every row, which can't group rows. */
const UNIQUE = ['name', 'code', 'lon', 'lat']
export const canGroup = (name: string): boolean => !UNIQUE.includes(name)

/** A line of the grouped table: a group's heading by group index, or a row by its index among all rows. */
export type GroupedLine = { readonly group: number } | { readonly place: number }

/**
 * The lines of a grouped table, where `open` has the values of the unfolded groups: their count, and each line by
 * index.
 */
export function groupedLines(groups: readonly TableGroup[], open: ReadonlySet<Value>) {
  /** Line of each heading, and index of each group's first row. */
  const heads: number[] = []
  const starts: number[] = []
  let [line, place] = [0, 0]
  groups.forEach(({ value, count }) => {
    heads.push(line)
    starts.push(place)
    line += 1 + (open.has(value) ? count : 0)
    place += count
  })
  /** Index of the group that a line belongs to. */
  const groupOf = (at: number) => {
    let [low, high] = [0, heads.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (heads[middle]! <= at) low = middle
      else high = middle - 1
    }
    return low
  }
  return {
    length: line,
    at(at: number): GroupedLine {
      const group = groupOf(at)
      const within = at - heads[group]! - 1
      return within < 0 ? { group } : { place: starts[group]! + within }
    },
  }
}
