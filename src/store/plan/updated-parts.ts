import type { CarriedRule } from '@/domain/plan/carry-over'
import { followedBasis } from '@/domain/plan/followed-basis'
import type { Dataset } from '@/questions/dataset'
import type { PlanName } from './desk'

/**
 * Parts of a requirement that change with the clause it continues under: supporting departments and basis; each absent
 * if unchanged.
 */
export function updatedParts(
  { earlier, clause, support }: CarriedRule,
  { plan, year }: Dataset['settings'],
  name: Pick<PlanName, 'title' | 'number' | 'year'>,
): { readonly support?: readonly string[]; readonly basis?: string } {
  const before = { title: plan?.zh ?? '', number: plan?.number ?? '', year, clause: earlier.clause }
  const basis = earlier.basis === undefined ? undefined : followedBasis(earlier.basis, before, { ...name, clause })
  return {
    ...(support === null ? {} : { support }),
    ...(basis === undefined || basis === earlier.basis ? {} : { basis }),
  }
}
