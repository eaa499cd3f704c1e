import type { CaseStepped } from './case-bodies'
import type { CaseRecord } from './cases'
import { isKnown, type LedgerEvent } from './event'

/** How a case ended. The names are part of receipts: none may change its meaning. */
export const CASE_ENDS = ['closed', 'withdrawn'] as const
export type CaseEnd = (typeof CASE_ENDS)[number]

/** A case in which a tablet recorded steps, and that the desk closed or withdrew. */
export interface EndedCase {
  readonly id: string
  /** Id of the record that closed or withdrew it: a case that is given again afterwards knows that record. */
  readonly by: string
  readonly how: CaseEnd
}

const isStep = (event: LedgerEvent): event is LedgerEvent & { readonly body: CaseStepped } =>
  isKnown(event) && event.body.type === 'case-step'

/** Ids of the cases in which these records are steps. */
export const casesWithSteps = (events: Iterable<LedgerEvent>): ReadonlySet<string> =>
  new Set([...events].filter(isStep).map(({ body }) => body.case))

/** Of these cases, those that are closed or withdrawn. */
export const endedOf = (ids: ReadonlySet<string>, records: ReadonlyMap<string, CaseRecord>): readonly EndedCase[] =>
  [...ids].sort().flatMap((id): readonly EndedCase[] => {
    const { withdrawn = null, standing } = records.get(id) ?? {}
    if (withdrawn) return [{ id, by: withdrawn.id, how: 'withdrawn' }]
    return standing?.closing ? [{ id, by: standing.closing.id, how: 'closed' }] : []
  })
