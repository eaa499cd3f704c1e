import { useMemo } from 'react'
import type { Month } from '@/domain/calendar'
import { lastMonths } from '@/domain/dustfall/last-months'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { useReport } from '@/store/chentu'
import { useReports } from './use-reports'

/** The race's months: the twelve up to the shown one. Returns the same arrays until they change. */
export function useRaceMonths(): { readonly reports: readonly MonthReport[]; readonly months: readonly Month[] } {
  const all = useReports()
  const report = useReport()
  return useMemo(() => {
    const reports = report ? lastMonths(all, report) : []
    return { reports, months: reports.map(({ month }) => month) }
  }, [all, report])
}
