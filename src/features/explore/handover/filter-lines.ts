import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { useNarrowingWords } from '@/store/words/narrowing'

/** All active filters in words, including the map window: one line each, with name and chosen values. */
export function useFilterLines(): [string, string][] {
  const { list } = useDataWords()
  const { t } = useTranslation()
  const within = useChentu((state) => state.view.within)
  const lines = useNarrowingWords().map(({ name, chosen }): [string, string] => [name, list(chosen)])
  return within ? [...lines, [t('about.within'), t('frame.withinChip')]] : lines
}
