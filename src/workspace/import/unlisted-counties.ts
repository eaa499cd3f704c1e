import type { IntakePlan } from '@/domain/intake/recognise/plan'
import type { ProblemGroup } from '@/domain/intake/rows/problem-log'

/** Rows of a table whose county is on no list. */
export interface UnlistedCounties {
  readonly count: number
  /** The counties as written, each once; of a long file only those in the first rows of them. */
  readonly names: readonly string[]
  /** In how many of these rows the names were looked for; fewer than `count` if there may be further names. */
  readonly namedRows: number
  readonly firstRow: number
}

/**
 * The unlisted counties that a list of sources would bring as written, which must be fixed before publishing; null if
 * none. Other tables keep the county of the position.
 */
export const unlistedCounties = (
  { target }: Pick<IntakePlan, 'target'>,
  groups: readonly ProblemGroup[],
): UnlistedCounties | null => (target.lists ? countiesOf(groups.find(({ code }) => code === 'county-unlisted')) : null)

/** The unlisted counties that are left out because the position lies in no county either; null if none. */
export const emptiedCounties = (groups: readonly ProblemGroup[]): UnlistedCounties | null =>
  countiesOf(groups.find(({ code, action }) => code === 'unknown-county' && action === 'emptied'))

function countiesOf(group: ProblemGroup | undefined): UnlistedCounties | null {
  const firstRow = group?.first[0]?.row
  if (!group || firstRow === undefined) return null
  const names = [...new Set(group.first.flatMap(({ seen }) => seen ?? []))]
  return { count: group.count, names, namedRows: group.first.length, firstRow }
}
