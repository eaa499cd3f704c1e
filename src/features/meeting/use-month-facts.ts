import { asOfForNewest, type IsoDay, type Month } from '@/domain/calendar'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened, useReport } from '@/store/chentu'
import { useToday } from '@/store/device/today'

/** The reference day of a month: its last day, but not after today. */
export const referenceDay = (month: Month, today: IsoDay): IsoDay => asOfForNewest(month, today)

/**
 * Problems at the end of a month (by default the shown one) and progress of the plan's targets then; null until known.
 */
export function useMonthFacts(report?: MonthReport | null) {
  const { ring } = useOpened()
  const shown = useReport()
  const month = (report ?? shown)?.month ?? ''
  const today = useToday()
  return useAnswer(
    async (worker) => (month === '' ? null : worker.meetingFigures(referenceDay(month, today), ring)),
    `${month} ${ring.radiusMetres} ${ring.basis} ${today}`,
  )
}
