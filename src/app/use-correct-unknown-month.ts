import { useEffect } from 'react'
import { useChentu } from '@/store/chentu'
import { useMissingMonth } from '@/store/page/missing-month'
import { notice } from '@/store/page/notices'
import { amendView } from '@/store/view/address'

/**
 * If the view names a month without data, the newest is shown: this shows a notice and corrects the URL. The as-of date
 * stays as in the link.
 */
export function useCorrectUnknownMonth(): void {
  const reports = useChentu(({ opened }) => opened?.dataset.reports)
  const month = useChentu(({ view }) => view.month)
  useEffect(() => {
    const newest = reports?.at(-1)
    if (!newest || month === null) return
    if (reports?.some((report) => report.month === month)) {
      // Another month was chosen meanwhile, so the notice no longer applies.
      notice('no-month', false)
      return
    }
    useMissingMonth.setState({ asked: month, shown: newest.month }, true)
    notice('no-month')
    amendView({ month: null, asOf: useChentu.getState().view.asOf })
  }, [reports, month])
}
