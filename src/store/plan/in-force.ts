import { type PlanMark, sameAs } from '@/domain/plan/same-plan'
import type { Dataset } from '@/questions/dataset'
import { planKey } from '@/store/device/preferences'

/** What the plan in force of a package is told by, as {@link planKey} tells it. */
export const planInForce = ({ name, settings: { year, plan } }: Dataset) =>
  planKey(name, { year, number: plan?.number ?? '' })

/** What the plans of a package are told by, those of before with it. */
export const planKeys = (dataset: Dataset): readonly string[] => [
  planInForce(dataset),
  ...dataset.earlierPlans.map(({ year, plan }) => planKey(dataset.name, { year, number: plan?.number ?? '' })),
]

/** In what a plan is the one in force again; null where it is another, or none is in force. */
export const repeatsInForce = ({ clauses, settings: { year, plan } }: Dataset, mark: PlanMark) =>
  clauses.length > 0 && plan ? sameAs({ number: plan.number, year }, mark) : null
