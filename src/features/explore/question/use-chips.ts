import { useTranslation } from 'react-i18next'
import { clearNarrowing, useChentu } from '@/store/chentu'
import { type Narrowing, useNarrowing } from '@/store/words/narrowing'

/** All active filters as chips, including the map window, and a function that removes all of them. */
export function useChips(): { readonly chips: readonly Narrowing[]; clear(): void } {
  const { t } = useTranslation()
  const narrowing = useNarrowing()
  const within = useChentu((state) => state.view.within)
  const setView = useChentu((state) => state.setView)
  const window: Narrowing = {
    key: 'within',
    label: t('frame.withinChip'),
    remove: () => setView({ within: null }),
  }
  return {
    chips: within ? [...narrowing, window] : narrowing,
    clear: clearNarrowing,
  }
}
