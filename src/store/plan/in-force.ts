import { type PlanMark, samePlanBy } from '@/domain/plan/same-plan'
import type { Dataset } from '@/questions/dataset'
import { planKey } from '@/store/device/preferences'

/** Key of the plan in force of a package, as {@link planKey}. */
export const planInForce = ({ name, settings: { year, plan } }: Dataset) =>
  planKey(name, { year, number: plan?.number ?? '' })

/** Keys of all plans of a package, including earlier ones. */
export const planKeys = (dataset: Dataset): readonly string[] => [
  planInForce(dataset),
  ...dataset.earlierPlans.map(({ year, plan }) => planKey(dataset.name, { year, number: plan?.number ?? '' })),
]

/** How a plan matches the one in force; null if it is another plan, or none is in force. */
export const matchWithPlanInForce = ({ clauses, settings: { year, plan } }: Dataset, mark: PlanMark) =>
  clauses.length > 0 && plan ? samePlanBy({ number: plan.number, year }, mark) : null
