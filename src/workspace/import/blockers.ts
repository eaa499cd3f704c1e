import type { IntakePlan } from '@/domain/intake/recognise/plan'
import type { TargetRole } from '@/domain/intake/recognise/target'
import { clashOf } from './clashes'
import { type ImportItem, isRead } from './import-item'

/** Why an item can't be taken over yet. */
export type Blocker = 'role' | 'datum' | 'figure' | 'columns' | 'month' | 'period' | 'clash' | 'nothing'

/** Fields from which the figure of a month is taken. */
const FIGURES = ['value', 'given', 'dishGrams', 'dustedGrams']

/** Below this confidence the user has to say what the table is. */
const SURE = 0.5

/** Everything in an item itself that still prevents taking it over. */
export function blockersOf({ recognised, choice, taken }: ImportItem): Blocker[] {
  const { plan, guesses, isByForm, asksDatum } = recognised
  const found: Blocker[] = []
  const isSaid = (guesses[0]?.confidence ?? 0) >= SURE || guesses[0]?.role !== plan.role
  const sure = choice.role !== undefined || (isSaid && !isByForm)
  if (!sure) found.push('role')
  if (asksDatum) found.push('datum')
  if (hasContestedMonths(plan)) found.push('columns')
  if (lacksFigures(plan)) found.push('figure')
  else if (needsMonth(plan) && (plan.undated ? plan.year : plan.month) === null)
    found.push(plan.isOfPeriod ? 'period' : 'month')
  // Only if nothing else is open: an open question may be why no row can be taken yet.
  if (found.length === 0 && taken?.counts.taken === 0) found.push('nothing')
  return found
}

/** The same beside the other items that wait: also that an earlier file says otherwise, and neither was said to count. */
export function blockersAmong(item: ImportItem, items: readonly ImportItem[]): Blocker[] {
  const clashes = isRead(item) && !item.choice.overrules && clashOf(item, items.filter(isRead)) !== null
  return [...blockersOf(item), ...(clashes ? (['clash'] as const) : [])]
}

/** Whether a table holds monthly figures, that is dustfall. */
export const isMonthly = (role: TargetRole) => role === 'dustfall-samples' || role === 'dustfall-published'

/** Whether no column of a dustfall table has figures, so that a remark would void its month. */
const lacksFigures = ({ role, dustfall, columns }: IntakePlan): boolean =>
  isMonthly(role) && dustfall.form === 'long' && !FIGURES.some((field) => field in columns)

/** Whether several columns have the same month, and none is rather dustfall than the others. */
const hasContestedMonths = ({ dustfall }: IntakePlan): boolean =>
  dustfall.form === 'months' && dustfall.contested !== undefined

/** Whether the user has to choose the month, or the year of the months, because the rows contain none. */
export function needsMonth({ role, undated, dustfall, columns }: IntakePlan): boolean {
  if (!isMonthly(role)) return false
  if (undated || dustfall.form === 'months') return undated
  return !(dustfall.form === 'points' && dustfall.monthColumn !== null) && columns.month === undefined
}
