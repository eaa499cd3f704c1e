import type { KindId } from '@/domain/sources/kinds/kind'
import { findText, textAt } from '@/domain/table/column'
import type { EvaluatedPackage } from './evaluated-package'
import { type SourceSummary, summarise } from './source-summary'

/** The source of a kind with a code, or null where the package has none. */
export function findSource(evaluated: EvaluatedPackage, kind: KindId, code: string): SourceSummary | null {
  const { sources } = evaluated.opened.inventory
  for (let row = findText(sources.columns.code, code); row >= 0; row = findText(sources.columns.code, code, row + 1))
    if (textAt(sources, 'kind', row) === kind) return summarise(evaluated, row)
  return null
}
