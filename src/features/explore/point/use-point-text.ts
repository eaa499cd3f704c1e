import { useTranslation } from 'react-i18next'
import type { Month } from '@/domain/calendar'
import type { SeriesMonth } from '@/domain/dustfall/point-series'
import { tenth } from '@/domain/dustfall/rounding'
import { monthName } from '@/store/words/month-name'

/** Words for what a dustfall point measured. */
export function usePointText() {
  const { t } = useTranslation()
  const month = (of: Month) => monthName(t, of)
  return {
    month,
    /** A value to 0.1 as it is written. */
    value: (value: number | null) => tenth(value, t('ranking.noValue')),
    /** What a sparkline shows, in a sentence. */
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
