import { useEffect } from 'react'
import { useChentu } from '@/store/chentu'
import { useMissingMonth } from '@/store/page/missing-month'
import { notice } from '@/store/page/notices'
import { amendView } from '@/store/view/address'

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
