import type { KindId } from '@/domain/sources/kinds/kind'
import { findText, textAt } from '@/domain/table/column'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { type SourceSummary, summarise } from './source-summary'

/**
 * The `nth` source of a kind with a code, or the last if there are fewer; null if the package has none. None is the
 * 0th: a record that does not tell which of them it is about has this number.
 */
export function findSource(evaluated: EvaluatedPackage, kind: KindId, code: string, nth = 1): SourceSummary | null {
  const { sources } = evaluated.opened.inventory
  if (nth === 0) return null
  let [found, count] = [-1, 0]
  for (let row = findText(sources.columns.code, code); row >= 0; row = findText(sources.columns.code, code, row + 1)) {
    if (textAt(sources, 'kind', row) !== kind) continue
    found = row
    if (++count === nth) break
  }
  return found < 0 ? null : summarise(evaluated, found)
}
