import { isAdvisory } from '@/domain/rules/rule'
import { endedState } from '@/questions/exports/ended-state'
import { memoOf } from '@/questions/memo'
import type { ReadItem } from './import-item'

/** Rows of a list whose own words say that the source is no more. */
export interface EndedRows {
  readonly count: number
  /** These words as written, each once, in the order of the rows; a list of an office has a handful. */
  readonly words: readonly string[]
}

/** How many of the words are named. */
const MAX_WORDS = 4

/**
 * The rows of a list of sources that are completed, closed or cleared away according to it; null if none, or if no
 * requirement counts for its kind. The rules do not look at such words, so these rows are judged like all others, and a
 * person has to decide.
 */
export const endedRows = memoOf(({ recognised, taken, knowledge }: ReadItem): EndedRows | null => {
  const { lists } = recognised.plan.target
  if (!lists || !knowledge.opened.pack.rules.some((rule) => rule.kind === lists.id && !isAdvisory(rule))) return null
  const kind = { schema: lists, table: taken.table }
  const words = new Set<string>()
  let count = 0
  for (let row = 0; row < taken.table.length; row++) {
    const ended = endedState(kind, row)
    if (ended === '') continue
    count++
    if (words.size < MAX_WORDS) words.add(ended)
  }
  return count === 0 ? null : { count, words: [...words] }
})
