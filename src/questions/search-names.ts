import type { SearchEntry } from '@/domain/search/name-index'

/** Which of the things that the page itself names (commands, clauses, counties, saved views) a query finds, by their numbers, best first. */
export async function searchNames(entries: readonly SearchEntry[], query: string): Promise<number[]> {
  const { indexNames } = await import('@/domain/search/name-index')
  const { spell } = await import('./spelling')
  return indexNames(entries, spell).search(query, entries.length)
}
