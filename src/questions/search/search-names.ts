import type { SearchEntry } from '@/domain/search/name-index'

/**
 * Searches the names that the page itself has (commands, clauses, counties, saved views); returns their indexes, best
 * first.
 */
export async function searchNames(entries: readonly SearchEntry[], query: string): Promise<number[]> {
  const { indexNames } = await import('@/domain/search/name-index')
  const { spellText } = await import('./spelling')
  return indexNames(entries, spellText).search(query, entries.length)
}
