import type { Month } from '@/domain/calendar'
import { lastMonths } from '@/domain/dustfall/last-months'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { useOpened, useReport } from '@/store/chentu'

/** The months that the race runs through: the twelve that end with the one that is shown. */
export function useRaceMonths(): { readonly reports: readonly MonthReport[]; readonly months: readonly Month[] } {
  const { dataset } = useOpened()
  const report = useReport()
  const reports = report ? lastMonths(dataset.reports, report) : []
  return { reports, months: reports.map(({ month }) => month) }
}
