import { useEffect } from 'react'
import { create } from 'zustand'
import type { Month } from '@/domain/calendar'
import { useChentu } from '@/store/chentu'
import { notice } from '@/store/page/notices'
import { amendView } from '@/store/view/address'

/** The month that a link asked for and the data does not have, and the one that is shown instead. */
export const useMissingMonth = create<{ readonly asked: Month; readonly shown: Month } | null>()(() => null)

/**
 * Where the view names a month without data, the newest is shown: says so, and puts the address right. The day that sources
 * stand on is as the link has it.
 */
export function useKnownMonth(): void {
  const reports = useChentu(({ opened }) => opened?.dataset.reports)
  const month = useChentu(({ view }) => view.month)
  useEffect(() => {
    const newest = reports?.at(-1)
    if (!newest || month === null) return
    if (reports?.some((report) => report.month === month)) {
      // Another month was chosen meanwhile: what was said of the one before no longer matters.
      notice('no-month', false)
      return
    }
    useMissingMonth.setState({ asked: month, shown: newest.month }, true)
    notice('no-month')
    amendView({ month: null, asOf: useChentu.getState().view.asOf })
  }, [reports, month])
}
