import type { IsoDay } from '@/domain/calendar'
import { clauseSince, hasPlan, markInForce, type Plans } from '@/domain/plan/clause-since'
import { type Kind, nameMeaning } from '@/domain/sources/kinds/kind'
import type { ColumnTest } from '@/domain/sources/view/column-test'
import { isOfData } from '@/questions/data-sum'
import { type Planned, planBefore, underPlan } from '@/questions/plan-on'
import type { View } from './view'

/** What a package says of its plans, of the requirements that were, of its kinds, whose things may name their clause, and of its data. */
export interface PlansOfPackage extends Plans {
  readonly checksum: string
  readonly formerChecksums: readonly string[]
  readonly kinds: readonly Kind[]
  readonly rules: readonly { readonly id: string }[]
  readonly unreadRules: readonly { readonly id: string }[]
  readonly endedRules: readonly { readonly id: string }[]
  readonly earlierPlans: readonly (Plans['earlierPlans'][number] & {
    readonly rules: readonly { readonly id: string }[]
  })[]
}

/** What became of a view that was made under a plan which is not in force, or which it does not tell. */
export interface PlanMove {
  /** What its plan is told by, as addresses have it; null where it may be of any of several. */
  readonly of: string | null
  /**
   * How its clauses are read: as what goes on with them; under the numbers that they had, since which of today's they are is not
   * known; or not at all, since the package does not have that plan.
   */
  readonly reading: 'followed' | 'kept' | 'dropped'
  /** What the plan in force is told by. */
  readonly to: string
  /** Clauses that the view names, each with the one that it is read as; those of null were dropped. */
  readonly clauses: readonly (readonly [then: number, now: number | null])[]
  /** How many requirements were dropped: they ended. */
  readonly ended: number
}

type ClauseView = Pick<View, 'filters' | 'clause' | 'plan' | 'data'>

/** The clause that a test of a column asks for; null where it asks for none. */
function clauseTested(test: ColumnTest, kinds: readonly Kind[]): number | null {
  if (!('from' in test) || test.from === null || test.from !== test.to) return null
  return kinds.some((kind) => nameMeaning(kind, 'clause') === test.column) ? test.from : null
}

/** Whether a view says something that depends on the plan. */
const dependsOnPlan = (
  { filters, clause }: Pick<View, 'filters' | 'clause'>,
  { kinds }: Pick<PlansOfPackage, 'kinds'>,
) =>
  clause !== null ||
  filters.clauses.length > 0 ||
  filters.requirements.length > 0 ||
  filters.columns.some((test) => clauseTested(test, kinds) !== null)

/** A view that was made under the plan in force, with what that plan is told by: only a view that depends on it says so. */
export function marked<V extends ClauseView>(view: V, plans: Plans & Pick<PlansOfPackage, 'kinds'>): V {
  const plan = dependsOnPlan(view, plans) ? markInForce(plans) : null
  return plan === view.plan ? view : { ...view, plan }
}

/**
 * A view as it is to be read under the plan in force: its clauses are those that go on with the ones that it names. One that
 * does not say its plan was kept before views did: it is of the only one there is, or of the one in force where it was made of
 * the data of now, and else of any.
 */
export function inForce<V extends ClauseView>(
  view: V,
  plans: PlansOfPackage,
): { readonly view: V; readonly move: PlanMove | null } {
  if (!dependsOnPlan(view, plans)) return { view: marked(view, plans), move: null }
  const to = markInForce(plans)
  const isOfNow = plans.earlierPlans.length === 0 || (view.data !== null && isOfData(plans, view.data))
  const of = view.plan ?? (isOfNow ? to : null)
  if (of === to) return { view: marked(view, plans), move: null }
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
  return { view: marked(moved, plans), move: named.length > 0 || move.ended > 0 ? move : null }
}

/**
 * By which day a pinned view is judged, its own or else `judged`; the place of the plan of before that was in force then, null for
 * the one of now; and the view as it is read under that. One whose clauses are not of that plan or of one before it is judged under
 * the plan of now, as is one of a day whose plan is not known.
 */
export function onItsDay<V extends ClauseView & Pick<View, 'asOf'>>(
  view: V,
  plans: PlansOfPackage & Planned,
  judged: IsoDay,
): ReturnType<typeof inForce<V>> & { readonly asOf: IsoDay; readonly place: number | null } {
  const asOf = view.asOf ?? judged
  const place = planBefore(plans, asOf)
  const then = place === null ? null : underPlan(plans, place)
  const isReadThen = then && (!dependsOnPlan(view, plans) || (view.plan !== null && hasPlan(then, view.plan)))
  return isReadThen ? { ...inForce(view, then), asOf, place } : { ...inForce(view, plans), asOf, place: null }
}

/** Whether the requirement of a key is one that was: keys of single items begin with the id and a slash, and ids are not given again. */
function hasEnded({ rules, unreadRules, endedRules, earlierPlans }: PlansOfPackage, key: string): boolean {
  const isOf = ({ id }: { readonly id: string }) => key === id || key.startsWith(`${id}/`)
  return (
    ![...rules, ...unreadRules].some(isOf) && [...endedRules, ...earlierPlans.flatMap((plan) => plan.rules)].some(isOf)
  )
}
