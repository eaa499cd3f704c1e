import { useMemo } from 'react'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { monthsAsPublished } from '@/domain/dustfall/published-months'
import { useOpened, useReport } from '@/store/chentu'

/** All months, as the publication of the one that is shown had them. */
export function useReports(): readonly MonthReport[] {
  const { reports } = useOpened().dataset
  const report = useReport()
  return useMemo(() => (report ? monthsAsPublished(reports, report) : reports), [reports, report])
}
