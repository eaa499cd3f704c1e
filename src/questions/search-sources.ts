import type { EvaluatedPackage } from './evaluated-package'
import { type SourceSummary, summarise } from './source-summary'

/** The sources whose name, code or county has the query in it, or whose initials of pinyin do; what reads pinyin is loaded at the first call. */
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
