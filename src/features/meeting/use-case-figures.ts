import { useMemo } from 'react'
import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { type CaseFigures, type CasesLater, caseFigures, casesLater } from '@/store/cases/case-figures'
import { caseViewAt } from '@/store/cases/case-view'
import { useCaseRecords } from '@/store/cases/use-cases'
import { useReport } from '@/store/chentu'
import { useMinute } from '@/store/device/today'
import { useCountingDay } from './use-counting-day'

/** A month's case figures as of a day. */
export interface DatedCases extends CaseFigures {
  readonly day: IsoDay
  readonly later: CasesLater
}

/** With the moment as of which they are shown, milliseconds since 1970. */
type ShownCases = DatedCases & { readonly at: number }

/**
 * Case figures of a month (by default the shown one) as of its {@link useCountingDay}; as of now if that day is today.
 * Null until this device's records are read.
 */
export function useCaseFigures(report?: MonthReport | null): ShownCases | null {
  const records = useCaseRecords()
  const shown = useReport()
  const month = (report ?? shown)?.month ?? ''
  const now = useMinute()
  const day = useCountingDay(report)
  const at = Math.min(now, Date.parse(`${day}T23:59:59.999+08:00`))
  return useMemo(
    () =>
      records && {
        ...caseFigures(
          records.flatMap((record) => caseViewAt(record, at) ?? []),
          month,
        ),
        at,
        day: dayOfInstant(new Date(at).toISOString()),
        later: casesLater(records, month, at),
      },
    [records, at, month],
  )
}
