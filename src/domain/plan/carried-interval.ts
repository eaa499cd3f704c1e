import { isRecurring, type Recurring } from '@/domain/rules/check'
import type { Clause, Recurrence } from '@/domain/rules/clause'
import type { Check, Rule } from '@/domain/rules/rule'
import { figureLikeness, LIKE } from './carried-figure'

/** How many days lie between two times at most, by how often something is to be done; what is done all the time has none. */
const DAYS: Readonly<Partial<Record<Recurrence, readonly [least: number, most: number]>>> = {
  day: [1, 1],
  week: [7, 7],
  month: [28, 31],
  quarter: [90, 92],
  'half-year': [181, 184],
  year: [365, 366],
}

/** A check that asks so often: in each calendar month or quarter, else within so many days. Null where it can't be asked. */
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
 * How often the new clause wants what a requirement asks again and again, where that is not as often as it does: by the words of
 * the clause that are about the same, else by all of a clause that wanted it so often until now. Null where it is as often, or
 * the clause does not say; what can't be asked is not in the list.
 */
export function carriedIntervals(
  { check, title }: Pick<Rule, 'check' | 'title'>,
  before: Clause | undefined,
  { recurring: now = [] }: Clause,
): readonly Recurrence[] | null {
  if (!isRecurring(check)) return null
  const alike = now.filter(({ what }) => figureLikeness(title.zh, what.zh) >= LIKE)
  const wasSaid = (before?.recurring ?? []).some(({ every }) => asksEvery(check, every))
  const said = alike.length > 0 ? alike : wasSaid ? now : []
  if (said.length === 0 || said.some(({ every }) => asksEvery(check, every))) return null
  return [...new Set(said.map(({ every }) => every))].filter((every) => withInterval(check, every) !== null)
}
