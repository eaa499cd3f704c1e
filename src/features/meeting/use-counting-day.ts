import type { IsoDay } from '@/domain/calendar'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { countingDay } from '@/domain/meeting/meeting-day'
import { useChentu, useOpened, useReport } from '@/store/chentu'
import { useToday } from '@/store/device/today'

/** The {@link countingDay} of a month (by default the shown one): the day as of which its whole meeting counts. */
export function useCountingDay(report?: MonthReport | null): IsoDay {
  const { settings } = useOpened().dataset
  const shown = useReport()
  const month = (report ?? shown)?.month ?? ''
  const today = useToday()
  const view = useChentu((state) => state.view)
  // The date of the page belongs to the month of the page.
  const dated = month === shown?.month ? view : null
  return month === '' ? today : countingDay(settings.meeting, month, today, dated)
}
