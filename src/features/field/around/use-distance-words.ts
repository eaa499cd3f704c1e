import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { useOpened } from '@/store/chentu'
import { distanceText } from '@/store/words/place'
import type { Origin } from './use-origin'

/** How distances from an origin are said: from me, or from the place that they are counted from. */
export function useDistanceWords({ kind }: Pick<Origin, 'kind'>) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const startOf = {
    measured: () => '',
    chosen: () => t('where.chosen'),
    default: () => t('where.centre', { city: inLanguage(dataset.settings.city, i18n.language) }),
  }
  const start = startOf[kind]()
  return {
    /** The place that distances are counted from; '' where it is the tablet's own. */
    start,
    /** Before a figure that stands apart; '' where one sentence over all of them says it. */
    label: kind === 'default' ? '' : kind === 'measured' ? t('where.me') : t('where.start', { from: start }),
    /** A distance with what it is from. */
    from: (metres: number) => {
      const distance = distanceText(t, metres)
      return kind === 'measured' ? t('where.fromMe', { distance }) : t('where.fromStart', { from: start, distance })
    },
    /** Says that nobody knows where the tablet is, and where distances are counted from then; null where somebody does. */
    noFix: kind === 'default' ? t('where.noFix', { from: start }) : null,
  }
}
