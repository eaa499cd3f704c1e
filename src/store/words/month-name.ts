import type { TFunction } from 'i18next'
import type { Month } from '@/domain/calendar'

/** A month in words: 2022年10月. */
export const monthName = (t: TFunction<'texts'>, month: Month): string =>
  t('months.month', { year: month.slice(0, 4), month: Number(month.slice(5)) })
