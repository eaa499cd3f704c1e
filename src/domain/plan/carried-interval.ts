import { isRecurring, type Recurring } from '@/domain/rules/check'
import type { Clause, Recurrence } from '@/domain/rules/clause'
import type { Check, Rule } from '@/domain/rules/rule'
import { figureLikeness, MIN_FIGURE_LIKENESS } from './carried-figure'

/** Range of days between two times, by interval; `standing` has none. */
const DAYS: Readonly<Partial<Record<Recurrence, readonly [least: number, most: number]>>> = {
  day: [1, 1],
  week: [7, 7],
  month: [28, 31],
  quarter: [90, 92],
  'half-year': [181, 184],
  year: [365, 366],
}

/**
 * A check with the given interval: in each calendar month or quarter, otherwise within a number of days. Null if it
 * can't be checked.
 */
export function withInterval({ field }: Recurring, every: Recurrence): Recurring | null {
  if (every === 'month') return { type: 'this-month', field }
  if (every === 'quarter') return { type: 'this-quarter', field }
  const days = DAYS[every]
  return days ? { type: 'max-age', field, days: days[1] } : null
}

function asksEvery(check: Check, every: Recurrence): boolean {
  if (check.type === 'this-month') return every === 'month'
  if (check.type === 'this-quarter') return every === 'quarter'
  const [least, most] = DAYS[every] ?? [0, 0]
  return check.type === 'max-age' && check.days >= least && check.days <= most
}

/**
 * Intervals in the new clause for a recurring requirement, if they differ from its own: those about the same thing, or,
 * if the earlier clause stated its interval, all of the new clause. Null if they agree or the clause states none;
 * intervals that can't be checked are left out.
 */
export function carriedIntervals(
  { check, title }: Pick<Rule, 'check' | 'title'>,
  before: Clause | undefined,
  { recurring: now = [] }: Clause,
): readonly Recurrence[] | null {
  if (!isRecurring(check)) return null
  const alike = now.filter(({ what }) => figureLikeness(title.zh, what.zh) >= MIN_FIGURE_LIKENESS)
  const wasSaid = (before?.recurring ?? []).some(({ every }) => asksEvery(check, every))
  const said = alike.length > 0 ? alike : wasSaid ? now : []
  if (said.length === 0 || said.some(({ every }) => asksEvery(check, every))) return null
  return [...new Set(said.map(({ every }) => every))].filter((every) => withInterval(check, every) !== null)
}
