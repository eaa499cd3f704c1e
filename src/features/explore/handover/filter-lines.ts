import { useNarrowingWords } from '@/store/words/narrowing'

/** The filters in words, a line for each way of narrowing: its name and what was chosen. */
export const useFilterLines = (): [string, string][] =>
  useNarrowingWords().map(({ name, chosen }) => [name, chosen.join('、')])
