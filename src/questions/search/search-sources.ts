import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { type SourceSummary, summarise } from '@/questions/source/source-summary'

/** Sources whose name, code or county contains the query, as written or in pinyin; loads the pinyin reader at the first call. */
export async function searchSources(
  evaluated: EvaluatedPackage,
  query: string,
  count: number,
): Promise<SourceSummary[]> {
  const { sourceNames } = await import('./source-names')
  return sourceNames(evaluated.opened)
    .search(query, count)
    .map((source) => summarise(evaluated, source))
}
