import { asOfForNewest, dayOfInstant, type IsoDay, type Month } from '@/domain/calendar'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened, useReport } from '@/store/chentu'

/** The day that a month is spoken of as of: its last, and never beyond today. */
export const endOf = (month: Month): IsoDay => asOfForNewest(month, dayOfInstant(new Date().toISOString()))

/** What fails at the end of the month that is shown, and how far the plan's targets are then; null until it is known. */
export function useMonthFacts() {
  const { ring } = useOpened()
  const month = useReport()?.month ?? ''
  return useAnswer(
    async (worker) => (month === '' ? null : worker.meeting(endOf(month), ring)),
    `${month} ${ring.radiusMetres} ${ring.basis}`,
  )
}
