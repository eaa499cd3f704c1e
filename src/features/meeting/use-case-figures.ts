import { useMemo } from 'react'
import { judgedOn } from '@/domain/meeting/meeting-day'
import { type CaseFigures, caseFigures } from '@/store/cases/case-figures'
import { caseViewAt } from '@/store/cases/case-view'
import { useCaseRecords } from '@/store/cases/use-cases'
import { useOpened, useReport } from '@/store/chentu'
import { useMinute, useToday } from '@/store/device/today'

/**
 * What the cases of the month that is shown come to by the day on which its meeting judges, or by now where that is today; null
 * until the records of this device are read.
 */
export function useCaseFigures(): CaseFigures | null {
  const records = useCaseRecords()
  const { settings } = useOpened().dataset
  const month = useReport()?.month ?? ''
  const now = useMinute()
  const today = useToday()
  const day = month === '' ? today : judgedOn(settings.meeting, month, today)
  const at = Math.min(now, Date.parse(`${day}T23:59:59.999+08:00`))
  return useMemo(
    () =>
      records &&
      caseFigures(
        records.flatMap((record) => caseViewAt(record, at) ?? []),
        month,
      ),
    [records, at, month],
  )
}
