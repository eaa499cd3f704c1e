import type { IntakePlan } from '@/domain/intake/recognise/plan'
import type { TargetRole } from '@/domain/intake/recognise/target'
import type { Problem, ProblemCode } from '@/domain/problem'
import type { KindId } from '@/domain/sources/kinds/kind'
import { valueAt } from '@/domain/table/column'
import { memoOf } from '@/questions/memo'
import { type Clash, clashOf, type ImportedBefore } from './clashes'
import { emptiedFlags } from './emptied-flags'
import { type ImportItem, isRead, type ReadItem } from './import-item'
import type { ConfirmedDoubt } from './item-choice'

/** Why an item can't be taken over yet. */
export type Blocker =
  | 'unknown'
  | 'role'
  | 'datum'
  | 'figure'
  | 'columns'
  | 'month'
  | 'period'
  | 'large'
  | 'far'
  | 'uncoded'
  | 'unread'
  | 'clash'
  | 'nothing'

/** Fields from which the figure of a month is taken. */
const FIGURES = ['value', 'given', 'dishGrams', 'dustedGrams']

/** Below this confidence the user has to say what the table is. */
const SURE = 0.5

/** Everything in an item itself that still prevents taking it over. */
export function blockersOf(item: ImportItem): Blocker[] {
  const { recognised, choice, taken } = item
  const { plan, guesses, isByForm, asksDatum } = recognised
  const found: Blocker[] = []
  const isSaid = (guesses[0]?.confidence ?? 0) >= SURE || guesses[0]?.role !== plan.role
  const sure = choice.role !== undefined || (isSaid && !isByForm && kindOfCodes(item) === null)
  if (!sure) found.push(isLikeNone(item) ? 'unknown' : 'role')
  if (asksDatum) found.push('datum')
  if (hasContestedMonths(plan)) found.push('columns')
  if (lacksFigures(plan) && !listsVoidMonths(plan, taken)) found.push('figure')
  else if (needsMonth(plan) && (plan.undated ? plan.year : plan.month) === null)
    found.push(plan.isOfPeriod ? 'period' : 'month')
  const doubt = doubtIn(item)
  if (doubt) found.push(doubt.blocker)
  // Only if nothing else is open: an open question may be why no row can be taken yet.
  if (found.length === 0 && taken?.counts.taken === 0) found.push('nothing')
  return found
}

/** Whether a table is like none that can be taken over: no guess has any evidence, and none of its rows could be taken. */
const isLikeNone = ({ recognised: { guesses, isByForm }, taken }: ImportItem): boolean =>
  !isByForm && (guesses[0]?.confidence ?? 0) === 0 && taken?.counts.taken === 0

/** The number of rows whose codes are looked up. */
const ROWS_TRIED = 20

/**
 * Another kind of sources to which most codes of a table belong: it may only say something about these. Null if there
 * is none.
 */
export const kindOfCodes = memoOf(({ recognised: { plan }, taken, knowledge }: ImportItem): KindId | null => {
  if (!taken || !('code' in plan.columns)) return null
  const rows = Math.min(ROWS_TRIED, taken.table.length)
  const codes = Array.from({ length: rows }, (_, row) => String(valueAt(taken.table, 'code', row) ?? ''))
  const isMostly = (kind: string) => codes.filter((code) => knowledge.findSource(kind, code) !== null).length * 2 > rows
  if (rows === 0 || isMostly(plan.role)) return null
  return knowledge.opened.inventory.kinds.find(({ kind }) => kind !== plan.role && isMostly(kind))?.kind ?? null
})

/** Doubts that a person must confirm, since they would change a rank, add years of months or list a source twice. */
const CONFIRMED: readonly (readonly [ConfirmedDoubt, readonly ProblemCode[]])[] = [
  ['large', ['value-too-large', 'value-risen', 'value-above-others']],
  ['far', ['month-far']],
  ['uncoded', ['uncoded-there']],
]

/** Number of doubted rows that the question names. */
const NAMED = 5

/** A doubt of an item's rows that a person has not confirmed yet. */
export interface OpenDoubt {
  readonly blocker: ConfirmedDoubt
  readonly count: number
  /** The first of these rows. */
  readonly first: readonly Problem[]
}

/** The first doubt of an item's rows that is not confirmed; null if there is none. */
export function doubtIn(item: ImportItem): OpenDoubt | null {
  if (!isRead(item)) return null
  const { choice, taken } = item
  const { groups } = taken
  for (const [blocker, codes] of CONFIRMED) {
    // The source without a code goes with the other rows that are removed.
    if (blocker === 'uncoded' && choice.gone === 'remove') continue
    const doubted = groups.filter(({ code }) => codes.includes(code))
    const count = doubted.reduce((sum, group) => sum + group.count, 0)
    if (count > (choice.confirmed?.[blocker] ?? 0))
      return { blocker, count, first: doubted.flatMap(({ first }) => first).slice(0, NAMED) }
  }
  const count = emptiedFlags(item)
  return count > (choice.confirmed?.unread ?? 0) ? { blocker: 'unread', count, first: [] } : null
}

const isSettled = (item: ImportItem): item is ReadItem => isRead(item) && blockersOf(item).length === 0

/**
 * What another of the items that wait, or one imported before, says otherwise; null while one of the two has an open
 * question of its own.
 */
export const clashAmong = (item: ImportItem, items: readonly ImportItem[], imported?: ImportedBefore): Clash | null =>
  isSettled(item) ? clashOf(item, items.filter(isSettled), imported) : null

/** Everything that prevents taking an item over, also that another one says otherwise, and neither was said to count. */
export function blockersAmong(item: ImportItem, items: readonly ImportItem[], imported?: ImportedBefore): Blocker[] {
  const own = blockersOf(item)
  return own.length > 0 || item.choice.overrules || clashAmong(item, items, imported) === null ? own : ['clash']
}

/** Whether a table holds monthly figures, that is dustfall. */
export const isMonthly = (role: TargetRole) => role === 'dustfall-samples' || role === 'dustfall-published'

/** Whether no column of a dustfall table has figures, so that a remark would void its month. */
const lacksFigures = ({ role, dustfall, columns }: IntakePlan): boolean =>
  isMonthly(role) && dustfall.form === 'long' && !FIGURES.some((field) => field in columns)

/** A heading under which only reasons stand why a month does not count; a remark may say anything. */
const VOID_REASON = /无效|作废|缺测|未测|停测/

/** Whether a table without figures is a list of months that do not count: each row says so itself, so it needs none. */
function listsVoidMonths({ columns, header }: IntakePlan, taken: ImportItem['taken']): boolean {
  if (!taken || taken.counts.taken === 0) return false
  if (VOID_REASON.test(header.names[columns.reason ?? -1] ?? '')) return true
  return 'valid' in columns && taken.groups.every(({ code }) => code !== 'month-void')
}

/** Whether several columns have the same month, and none is rather dustfall than the others. */
const hasContestedMonths = ({ dustfall }: IntakePlan): boolean =>
  dustfall.form === 'months' && dustfall.contested !== undefined

/** Whether the user has to choose the month, or the year of the months, because the rows contain none. */
export function needsMonth({ role, undated, dustfall, columns }: IntakePlan): boolean {
  if (!isMonthly(role)) return false
  if (undated || dustfall.form === 'months') return undated
  return !(dustfall.form === 'points' && dustfall.monthColumn !== null) && columns.month === undefined
}
