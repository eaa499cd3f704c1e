import { useMemo } from 'react'
import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { countingDay } from '@/domain/meeting/meeting-day'
import { type CaseFigures, type CasesLater, caseFigures, casesLater } from '@/store/cases/case-figures'
import { caseViewAt } from '@/store/cases/case-view'
import { useCaseRecords } from '@/store/cases/use-cases'
import { useChentu, useOpened, useReport } from '@/store/chentu'
import { useMinute, useToday } from '@/store/device/today'

/** A month's case figures as of a day. */
export interface DatedCases extends CaseFigures {
  readonly day: IsoDay
  readonly later: CasesLater
}

/** With the moment as of which they are shown, milliseconds since 1970. */
type ShownCases = DatedCases & { readonly at: number }

/**
 * The day as of which the cases of a month (by default the shown one) are counted: the chosen as-of date, else the day on
 * which its meeting judges.
 */
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
