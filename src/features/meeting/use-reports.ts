import { useMemo } from 'react'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { monthsAsPublished } from '@/domain/dustfall/published-months'
import { useOpened, useReport } from '@/store/chentu'

/** All months, with the figures as they were when the shown month was published. */
export function useReports(): readonly MonthReport[] {
  const { reports } = useOpened().dataset
  const report = useReport()
  return useMemo(() => (report ? monthsAsPublished(reports, report) : reports), [reports, report])
}
