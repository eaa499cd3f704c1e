import type { MonthReport } from '@/domain/dustfall/month-report'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened, useReport } from '@/store/chentu'
import { useCountingDay } from './use-counting-day'

/**
 * Problems in a month (by default the shown one) and progress of the plan's targets, as of its {@link useCountingDay};
 * null until known. Nothing is asked if `isAsked` is false.
 */
export function useMonthFacts(report?: MonthReport | null, isAsked = true) {
  const { ring } = useOpened()
  const shown = useReport()
  const month = isAsked ? ((report ?? shown)?.month ?? '') : ''
  const day = useCountingDay(report)
  return useAnswer(
    async (worker) => (month === '' ? null : worker.meetingFigures(day, ring)),
    `${month} ${ring.radiusMetres} ${ring.basis} ${day}`,
  )
}
