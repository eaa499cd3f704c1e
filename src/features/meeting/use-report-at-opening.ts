import { useState } from 'react'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { useOpened, useReport } from '@/store/chentu'

/** The report of the month that was shown when a dialog opened: what is typed in it is of that month, whatever the wall turns to. */
export function useReportAtOpening(): MonthReport | null {
  const { dataset } = useOpened()
  const shown = useReport()
  const [month] = useState(shown?.month)
  return dataset.reports.find((report) => report.month === month) ?? null
}
