import { useMemo } from 'react'
import type { Month } from '@/domain/calendar'
import { lastMonths } from '@/domain/dustfall/last-months'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { useReport } from '@/store/chentu'
import { useReports } from './use-reports'

/** The months that the race runs through: the twelve that end with the one that is shown; the same arrays until they change. */
export function useRaceMonths(): { readonly reports: readonly MonthReport[]; readonly months: readonly Month[] } {
  const all = useReports()
  const report = useReport()
  return useMemo(() => {
    const reports = report ? lastMonths(all, report) : []
    return { reports, months: reports.map(({ month }) => month) }
  }, [all, report])
}
