import type { KindGroup } from '@/domain/sources/kinds/group'
import { type KindProblem, wrongForm } from './kind-problems'
import { groupSchema } from './kind-schema'

/** A group as declared in a file of the package. */
interface WrittenGroup {
  readonly path: string
  /** Index within its file, from 0. */
  readonly place: number
  readonly value: unknown
}

/**
 * The groups of all files by id, in order. If two declare the same id, the first wins; an invalid group is left out and
 * reported with its file.
 */
export function readGroups(
  written: readonly WrittenGroup[],
  say: (path: string, wrong: readonly KindProblem[]) => void,
): ReadonlyMap<string, KindGroup> {
  const groups = new Map<string, KindGroup>()
  written.forEach(({ path, place, value }, order) => {
    const checked = groupSchema.safeParse(value)
    if (checked.success && !groups.has(checked.data.id)) groups.set(checked.data.id, { ...checked.data, order })
    if (!checked.success)
      say(
        path,
        wrongForm(checked.error, value, ['groups', place]).map((each) => ({ ...each, code: 'kind-group-wrong' })),
      )
  })
  return groups
}
