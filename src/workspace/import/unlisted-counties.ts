import type { IntakePlan } from '@/domain/intake/recognise/plan'
import type { ProblemGroup } from '@/domain/intake/rows/problem-log'

/** Rows of a table whose county is on no list and stays in the package as written, which must be fixed before publishing. */
export interface UnlistedCounties {
  readonly count: number
  /** The counties as written, each once; of a long file only those in the first rows of them. */
  readonly names: readonly string[]
  /** In how many of these rows the names were looked for; fewer than `count` if there may be further names. */
  readonly namedRows: number
  readonly firstRow: number
}

/** The unlisted counties that a list of sources would bring; null if none. Other tables keep the county of the position. */
export function unlistedCounties(
  { target }: Pick<IntakePlan, 'target'>,
  groups: readonly ProblemGroup[],
): UnlistedCounties | null {
  const group = target.lists && groups.find(({ code }) => code === 'county-unlisted')
  const firstRow = group?.first[0]?.row
  if (!group || firstRow === undefined) return null
  const names = [...new Set(group.first.flatMap(({ seen }) => seen ?? []))]
  return { count: group.count, names, namedRows: group.first.length, firstRow }
}
