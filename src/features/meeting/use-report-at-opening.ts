import { useState } from 'react'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { useOpened, useReport } from '@/store/chentu'

/** The report of the month shown when a dialog opened: its input belongs to that month even if the wall moves on. */
export function useReportAtOpening(): MonthReport | null {
  const { dataset } = useOpened()
  const shown = useReport()
  const [month] = useState(shown?.month)
  return dataset.reports.find((report) => report.month === month) ?? null
}
