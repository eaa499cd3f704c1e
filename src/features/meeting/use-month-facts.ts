import { asOfForNewest, type IsoDay, type Month } from '@/domain/calendar'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened, useReport } from '@/store/chentu'
import { useToday } from '@/store/device/today'

/** The day that a month is spoken of as of: its last, and never beyond today. */
export const endOf = (month: Month, today: IsoDay): IsoDay => asOfForNewest(month, today)

/** What fails at the end of a month, the shown one unless another is given, and how far the plan's targets are then; null until it is known. */
export function useMonthFacts(of?: MonthReport | null) {
  const { ring } = useOpened()
  const shown = useReport()
  const month = (of ?? shown)?.month ?? ''
  const today = useToday()
  return useAnswer(
    async (worker) => (month === '' ? null : worker.meeting(endOf(month, today), ring)),
    `${month} ${ring.radiusMetres} ${ring.basis} ${today}`,
  )
}
