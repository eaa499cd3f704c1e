import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { useOpened } from '@/store/chentu'
import { distanceText } from '@/store/words/place'
import type { Origin } from './use-origin'

/** Texts for distances from an origin: from the tablet, or from the place they are measured from. */
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
    /** Name of the place from which distances are measured; '' for the tablet's position. */
    start,
    /** Label of a separate figure; '' if one sentence above covers all figures. */
    label: kind === 'default' ? '' : kind === 'measured' ? t('where.me') : t('where.start', { from: start }),
    /** A distance with its starting point. */
    from: (metres: number) => {
      const distance = distanceText(t, metres)
      return kind === 'measured' ? t('where.fromMe', { distance }) : t('where.fromStart', { from: start, distance })
    },
    /** Says that the tablet's position is unknown and from where distances are measured; null if it is known. */
    noFix: kind === 'default' ? t('where.noFix', { from: start }) : null,
  }
}
