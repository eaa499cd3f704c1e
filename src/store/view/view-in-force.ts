import type { IsoDay } from '@/domain/calendar'
import { clauseSince, currentPlanMark, hasPlan, type PlanHistory } from '@/domain/plan/clause-since'
import { fieldNameByMeaning, type Kind } from '@/domain/sources/kinds/kind'
import type { ColumnTest } from '@/domain/sources/view/column-test'
import { isChecksumOfData } from '@/questions/data-checksum'
import { earlierPlanOfDay, type PlanDependent, underEarlierPlan } from '@/questions/plan-on'
import type { View } from './view'

/** The package's plans, current and former requirements, kinds (whose rows may name a clause), and data. */
export interface PlansOfPackage extends PlanHistory {
  readonly checksum: string
  readonly formerChecksums: readonly string[]
  readonly kinds: readonly Kind[]
  readonly rules: readonly { readonly id: string }[]
  readonly unreadRules: readonly { readonly id: string }[]
  readonly endedRules: readonly { readonly id: string }[]
  readonly earlierPlans: readonly (PlanHistory['earlierPlans'][number] & {
    readonly rules: readonly { readonly id: string }[]
  })[]
}

/** How a view was adapted that was made under another plan than the one in force, or does not name its plan. */
export interface PlanMove {
  /** The view's plan, as in addresses; null if it could be any of several. */
  readonly of: string | null
  /**
   * How its clauses are read: `followed` as the clauses that continue them; `kept` under their old numbers, since the
   * corresponding ones are unknown; `dropped`, since the package does not have that plan.
   */
  readonly reading: 'followed' | 'kept' | 'dropped'
  /** The plan in force, as in addresses. */
  readonly to: string
  /** Clauses in the view, each with the clause it is read as; null if dropped. */
  readonly clauses: readonly (readonly [then: number, now: number | null])[]
  /** Number of requirements dropped because they ended. */
  readonly ended: number
}

type ClauseView = Pick<View, 'filters' | 'clause' | 'plan' | 'data'>

/** The clause that a column test selects; null if none. */
function clauseTested(test: ColumnTest, kinds: readonly Kind[]): number | null {
  if (!('from' in test) || test.from === null || test.from !== test.to) return null
  return kinds.some((kind) => fieldNameByMeaning(kind, 'clause') === test.column) ? test.from : null
}

/** Whether a view contains anything that depends on the plan. */
const dependsOnPlan = (
  { filters, clause }: Pick<View, 'filters' | 'clause'>,
  { kinds }: Pick<PlansOfPackage, 'kinds'>,
) =>
  clause !== null ||
  filters.clauses.length > 0 ||
  filters.requirements.length > 0 ||
  filters.columns.some((test) => clauseTested(test, kinds) !== null)

/** Adds the plan in force to a view made under it, but only if the view depends on the plan. */
export function withPlanMark<V extends ClauseView>(view: V, plans: PlanHistory & Pick<PlansOfPackage, 'kinds'>): V {
  const plan = dependsOnPlan(view, plans) ? currentPlanMark(plans) : null
  return plan === view.plan ? view : { ...view, plan }
}

/**
 * Reads a view under the plan in force: its clauses become those that continue them. A view without a plan was saved
 * before views named one: it belongs to the only plan, or to the plan in force if it was made from the current data,
 * otherwise to any.
 */
export function underCurrentPlan<V extends ClauseView>(
  view: V,
  plans: PlansOfPackage,
): { readonly view: V; readonly move: PlanMove | null } {
  if (!dependsOnPlan(view, plans)) return { view: withPlanMark(view, plans), move: null }
  const to = currentPlanMark(plans)
  const isOfNow = plans.earlierPlans.length === 0 || (view.data !== null && isChecksumOfData(plans, view.data))
  const of = view.plan ?? (isOfNow ? to : null)
  if (of === to) return { view: withPlanMark(view, plans), move: null }
  const { filters, clause } = view
  const since = of === null ? null : clauseSince(plans, of)
  const reading = since ? 'followed' : of === null || hasPlan(plans, of) ? 'kept' : 'dropped'
  const now = (number: number) => (reading === 'kept' ? number : (since?.(number) ?? null))
  const tested = filters.columns.flatMap((test) => clauseTested(test, plans.kinds) ?? [])
  const named = [...new Set([...filters.clauses, ...(clause === null ? [] : [clause]), ...tested])]
  const requirements = filters.requirements.filter((key) => !hasEnded(plans, key))
  const move: PlanMove = {
    of,
    to,
    reading,
    clauses: named.map((number) => [number, now(number)]),
    ended: filters.requirements.length - requirements.length,
  }
  const clauses = [...new Set(filters.clauses.flatMap((number) => now(number) ?? []))]
  const columns = filters.columns.flatMap((test): ColumnTest[] => {
    const asked = clauseTested(test, plans.kinds)
    if (asked === null) return [test]
    const number = now(asked)
    return number === null ? [] : [{ column: test.column, from: number, to: number }]
  })
  const moved = {
    ...view,
    clause: clause === null ? null : now(clause),
    filters: { ...filters, clauses, requirements, columns },
  }
  return { view: withPlanMark(moved, plans), move: named.length > 0 || move.ended > 0 ? move : null }
}

/**
 * Evaluation day of a pinned view: its own, or else `judged`; the index of the earlier plan in force then, null for the
 * current one; and the view read under that plan. The current plan is used if the view's clauses belong neither to that
 * plan nor to an earlier one, or if the day's plan is unknown.
 */
export function onEvaluationDay<V extends ClauseView & Pick<View, 'asOf'>>(
  view: V,
  plans: PlansOfPackage & PlanDependent,
  judged: IsoDay,
): ReturnType<typeof underCurrentPlan<V>> & { readonly asOf: IsoDay; readonly place: number | null } {
  const asOf = view.asOf ?? judged
  const place = earlierPlanOfDay(plans, asOf)
  const then = place === null ? null : underEarlierPlan(plans, place)
  const isReadThen = then && (!dependsOnPlan(view, plans) || (view.plan !== null && hasPlan(then, view.plan)))
  return isReadThen
    ? { ...underCurrentPlan(view, then), asOf, place }
    : { ...underCurrentPlan(view, plans), asOf, place: null }
}

/**
 * Whether a key belongs to a former requirement: keys of single items begin with the id and a slash, and ids are never
 * reused.
 */
function hasEnded({ rules, unreadRules, endedRules, earlierPlans }: PlansOfPackage, key: string): boolean {
  const isOf = ({ id }: { readonly id: string }) => key === id || key.startsWith(`${id}/`)
  return (
    ![...rules, ...unreadRules].some(isOf) && [...endedRules, ...earlierPlans.flatMap((plan) => plan.rules)].some(isOf)
  )
}
