import { type GradeOverview, gradeOverview } from '@/domain/sources/grades'
import { textByMeaning } from '@/domain/sources/kinds/by-meaning'
import type { FilteredSources } from '@/questions/filtered-sources'
import type { TableOnDay } from '@/questions/tables-on-day'

/** Grade overview of a kind with a ladder, over the sources that pass a test. */
export function gradesWhere(kind: TableOnDay, passes: (source: number) => boolean): GradeOverview {
  const rows = Array.from({ length: kind.table.length }, (_, row) => row)
  return gradeOverview(
    kind,
    rows.filter((row) => passes(kind.first + row)),
  )
}

/**
 * Grade overviews of the filtered sources, for each kind with a ladder. `newlyAdvanced` is compared with the city's
 * target, so it counts all sources regardless of filters.
 */
export const shownGrades = ({ evaluated, mask }: FilteredSources): GradeOverview[] =>
  evaluated.tables
    .filter(({ schema }) => schema.ladder)
    .map((kind) => ({
      ...gradesWhere(kind, (source) => mask[source] === 1),
      newlyAdvanced: gradesWhere(kind, () => true).newlyAdvanced,
    }))

/** Number of sources by grade, over the sources of some kinds that pass a test. */
export function countGrades(
  kinds: readonly Omit<TableOnDay, 'said' | 'set'>[],
  passes: (source: number) => boolean,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const kind of kinds) {
    for (let row = 0; row < kind.table.length; row++) {
      if (!passes(kind.first + row)) continue
      const grade = textByMeaning(kind, 'grade', row)
      counts.set(grade, (counts.get(grade) ?? 0) + 1)
    }
  }
  return counts
}
