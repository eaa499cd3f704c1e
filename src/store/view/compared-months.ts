import type { Month } from '@/domain/calendar'
import type { View } from './view'

/** The months of a package's dustfall, the newest last. */
type Months = readonly { readonly month: Month }[]

/**
 * A changed view that still compares two months: whoever chooses the month that the chosen one is compared with lets both change
 * places, and nothing on the screen but the mark of the chosen one moves.
 */
export function keepCompared(before: View, view: View, change: Partial<View>, reports: Months): View {
  if (view.other === null || !('month' in change) || 'other' in change) return view
  const newest = reports.at(-1)?.month ?? null
  const [was, is] = [before.month ?? newest, view.month ?? newest]
  return is === view.other && was !== is ? { ...view, other: was } : view
}

/** The month a step before or after the chosen one; the month that it is compared with is stepped over. */
export function stepMonth(reports: Months, chosen: Month | null, step: 1 | -1, other: Month | null): Month | undefined {
  const months = reports.map(({ month }) => month).filter((month) => month === chosen || month !== other)
  return months[(chosen === null ? months.length - 1 : months.indexOf(chosen)) + step]
}
