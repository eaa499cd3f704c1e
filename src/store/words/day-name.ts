import type { TFunction } from 'i18next'
import type { IsoDay } from '@/domain/calendar'

/** A day in words, as on papers: 2022年10月31日. */
export const dayName = (t: TFunction<'texts'>, day: IsoDay): string =>
  t('months.day', { year: day.slice(0, 4), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) })
