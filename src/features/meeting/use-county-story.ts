import type { MonthReport } from '@/domain/dustfall/month-report'
import { useAnswer } from '@/store/answers/use-answer'
import { useReport } from '@/store/chentu'
import { useCountingDay } from './use-counting-day'
import { useFocusedCounty } from './use-focused-county'

/** Most sources listed on the wall and on paper; the rest are given as a count. */
const MAX_SOURCES = 8

/** What is behind the focused county's figure on the counting day of a month (by default the shown one); null until known. */
export function useCountyStory(language: string, report?: MonthReport | null) {
  const county = useFocusedCounty(report)
  const shown = useReport()
  const month = (report ?? shown)?.month ?? ''
  const day = useCountingDay(report)
  return useAnswer(
    async (worker) => (county && month ? worker.countyStory(county, month, day, MAX_SOURCES, language) : null),
    `${county} ${month} ${language} ${day}`,
  )
}
