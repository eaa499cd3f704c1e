import type { MonthReport } from '@/domain/dustfall/month-report'
import { useAnswer } from '@/store/answers/use-answer'
import { useReport } from '@/store/chentu'
import { useToday } from '@/store/device/today'
import { useFocusedCounty } from './use-focused-county'
import { referenceDay } from './use-month-facts'

/** Most sources listed on the wall and on paper; the rest are given as a count. */
const MAX_SOURCES = 8

/** What is behind the focused county's figure at the end of a month (by default the shown one); null until known. */
export function useCountyStory(language: string, report?: MonthReport | null) {
  const county = useFocusedCounty(report)
  const shown = useReport()
  const month = (report ?? shown)?.month ?? ''
  const today = useToday()
  return useAnswer(
    async (worker) =>
      county && month ? worker.countyStory(county, month, referenceDay(month, today), MAX_SOURCES, language) : null,
    `${county} ${month} ${language} ${today}`,
  )
}
