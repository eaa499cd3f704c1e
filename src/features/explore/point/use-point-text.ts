import { useTranslation } from 'react-i18next'
import type { Month } from '@/domain/calendar'
import type { SeriesMonth } from '@/domain/dustfall/point-series'
import { tenth } from '@/domain/dustfall/rounding'
import { monthName } from '@/store/words/month-name'

/** Texts for the values of a dustfall point. */
export function usePointText() {
  const { t } = useTranslation()
  const month = (of: Month) => monthName(t, of)
  return {
    month,
    /** A value formatted to one decimal place. */
    value: (value: number | null) => tenth(value, t('ranking.noValue')),
    /** The content of a sparkline as a sentence. */
    series(series: readonly SeriesMonth[]): string {
      const known = series.flatMap(({ value }) => value ?? [])
      const [from, to] = [series[0]?.month, series.at(-1)?.month]
      if (from === undefined || to === undefined || known.length === 0) return t('point.noSeries')
      return t('point.series', {
        from: month(from),
        to: month(to),
        least: tenth(Math.min(...known)),
        most: tenth(Math.max(...known)),
        known: known.length,
        of: series.length,
      })
    },
  }
}
