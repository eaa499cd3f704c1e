import { useTranslation } from 'react-i18next'
import { clearNarrowing, useChentu } from '@/store/chentu'
import { type Narrowing, useNarrowing } from '@/store/words/narrowing'

/** All that narrows, the window of the map too, as chips; and what takes all of it off. */
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
