import { type GradeOverview, gradeOverview } from '@/domain/sources/grades'
import { meantText } from '@/domain/sources/kinds/meant'
import type { FilteredSources } from './filtered-sources'
import type { TableOnDay } from './tables-on-day'

/** The grades of the sources of a kind with a ladder whose number passes. */
export function gradesWhere(kind: TableOnDay, passes: (source: number) => boolean): GradeOverview {
  const rows = Array.from({ length: kind.table.length }, (_, row) => row)
  return gradeOverview(
    kind,
    rows.filter((row) => passes(kind.first + row)),
  )
}

/**
 * The grades of the filtered sources, for each kind that has a ladder. What is newly advanced is held against the city's target,
 * and is counted of all its sources whatever narrows.
 */
export const shownGrades = ({ evaluated, mask }: FilteredSources): GradeOverview[] =>
  evaluated.tables
    .filter(({ schema }) => schema.ladder)
    .map((kind) => ({
      ...gradesWhere(kind, (source) => mask[source] === 1),
      newlyAdvanced: gradesWhere(kind, () => true).newlyAdvanced,
    }))

/** How many sources of some kinds have a number that passes, by grade. */
export function countGrades(
  kinds: readonly Omit<TableOnDay, 'said' | 'set'>[],
  passes: (source: number) => boolean,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const kind of kinds) {
    for (let row = 0; row < kind.table.length; row++) {
      if (!passes(kind.first + row)) continue
      const grade = meantText(kind, 'grade', row)
      counts.set(grade, (counts.get(grade) ?? 0) + 1)
    }
  }
  return counts
}
