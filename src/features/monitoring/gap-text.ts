import type { TFunction } from 'i18next'
import type { Gap } from '@/domain/monitoring/gaps'

/** The reason why hours have no mean, in words. */
export const gapText = (t: TFunction<'texts'>, { why, flag }: Pick<Gap, 'why' | 'flag'>): string =>
  flag === null
    ? t(`monitoring.gapWhy.${why}`)
    : t('monitoring.gapWhy.flag', { name: t(`monitoring.flags.${flag}`), flag })
