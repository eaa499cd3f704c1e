import type { TFunction } from 'i18next'
import type { Month } from '@/domain/calendar'
import type { MonthReport } from '@/domain/dustfall/month-report'

/** Of which months of the year 累计均值 is the mean: from the first that has figures. */
export function yearSoFar(t: TFunction<'texts'>, reports: readonly MonthReport[], month: Month): string {
  const known = reports.find(
    (each) => each.month.slice(0, 4) === month.slice(0, 4) && each.month <= month && each.city.mean !== null,
  )
  const [first, last] = [Number((known?.month ?? month).slice(5)), Number(month.slice(5))]
  return first === last ? t('figures.yearOne', { month: last }) : t('figures.yearSoFar', { first, last })
}
