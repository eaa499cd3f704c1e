import { type PlanMark, sameAs } from '@/domain/plan/same-plan'
import type { Dataset } from '@/questions/dataset'
import { planKey } from '@/store/device/preferences'

/** What the plan in force of a package is told by, as {@link planKey} tells it. */
export const planInForce = ({ name, settings: { year, plan } }: Dataset) =>
  planKey(name, { year, number: plan?.number ?? '' })

/** In what a plan is the one in force again; null where it is another, or none is in force. */
export const repeatsInForce = ({ clauses, settings: { year, plan } }: Dataset, mark: PlanMark) =>
  clauses.length > 0 && plan ? sameAs({ number: plan.number, year }, mark) : null
