import type { Month } from '@/domain/calendar'
import type { View } from './view'

/** The months of a package's dustfall, latest last. */
type Months = readonly { readonly month: Month }[]

/**
 * Keeps comparing two months after a change: choosing the comparison month swaps both, so only the mark of the chosen
 * one moves on screen.
 */
export function keepCompared(before: View, view: View, change: Partial<View>, reports: Months): View {
  if (view.other === null || !('month' in change) || 'other' in change) return view
  const newest = reports.at(-1)?.month ?? null
  const [was, is] = [before.month ?? newest, view.month ?? newest]
  return is === view.other && was !== is ? { ...view, other: was } : view
}

/** The month one step before or after the chosen one, skipping the comparison month. */
export function stepMonth(reports: Months, chosen: Month | null, step: 1 | -1, other: Month | null): Month | undefined {
  const months = reports.map(({ month }) => month).filter((month) => month === chosen || month !== other)
  return months[(chosen === null ? months.length - 1 : months.indexOf(chosen)) + step]
}
