import { useDataWords } from '@/store/words/data-words'
import { useNarrowingWords } from '@/store/words/narrowing'

/** The filters in words, a line for each way of narrowing: its name and what was chosen. */
export function useFilterLines(): [string, string][] {
  const { list } = useDataWords()
  return useNarrowingWords().map(({ name, chosen }) => [name, list(chosen)])
}
