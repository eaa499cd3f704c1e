import type { MonthReport } from '@/domain/dustfall/month-report'
import { useAnswer } from '@/store/answers/use-answer'
import { useReport } from '@/store/chentu'
import { useToday } from '@/store/device/today'
import { useFocusedCounty } from './use-focused-county'
import { endOf } from './use-month-facts'

/** So many sources stand on the wall and on paper; the others are counted below them. */
const MOST_SOURCES = 8

/** What stands behind the figure of the county that is spoken of, at the end of the shown month or of another; null until it is known. */
export function useCountyStory(language: string, of?: MonthReport | null) {
  const county = useFocusedCounty(of)
  const shown = useReport()
  const month = (of ?? shown)?.month ?? ''
  const today = useToday()
  return useAnswer(
    async (worker) =>
      county && month ? worker.county(county, month, endOf(month, today), MOST_SOURCES, language) : null,
    `${county} ${month} ${language} ${today}`,
  )
}
