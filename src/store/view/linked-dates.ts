import { type AsOf, lastDayOf, type Month } from '@/domain/calendar'
import type { View } from './view'

/** The package's defaults: its as-of date, and the months of its dustfall, latest last. */
interface Dates {
  readonly settings: { readonly asOf: AsOf }
  readonly reports: readonly { readonly month: Month }[]
}

/**
 * Keeps two linked dates together after a change: changing the dustfall month moves the as-of date to that month's last
 * day, or to the package's own date within it; changing the as-of date moves the month to its own, or to the last
 * before it.
 */
export function linkDates(view: View, change: Partial<View>, { settings, reports }: Dates): View {
  if (!view.linkedDates || ('month' in change && 'asOf' in change)) return view
  const months = reports.map(({ month }) => month)
  if ('asOf' in change && view.asOf !== null) {
    const newest = view.asOf.slice(0, 7)
    const month = months.filter((each) => each <= newest).at(-1)
    return month === undefined ? view : { ...view, month: month === months.at(-1) ? null : month }
  }
  if (!('month' in change || 'asOf' in change || 'linkedDates' in change)) return view
  const month = view.month ?? months.at(-1)
  if (month === undefined) return view
  return { ...view, asOf: settings.asOf.startsWith(month) ? null : lastDayOf(month) }
}
