import type { CaseStanding, CaseStep } from '@/domain/cases/stage'
import { caseStanding } from '@/domain/cases/stage'
import { grouped } from '@/domain/grouped'
import { caseMoveSchema } from './bundle-schema'
import type { CaseMove, CaseOpened, CaseStepped } from './case-bodies'
import { isKnown, type LedgerEvent } from './event'
import { type WithdrawalEvent, withdrawalsIn } from './fold'

export type CaseEvent = LedgerEvent & { readonly body: CaseOpened }
export type CaseStepEvent = LedgerEvent & { readonly body: CaseStepped }

/** A step with its event; the case's standing is computed from it. */
export interface RecordedStep extends CaseStep {
  readonly event: CaseStepEvent
}

export interface CaseRecord {
  /** Id of the event that opened it. */
  readonly id: string
  /** Null while that event has not arrived: steps that arrive first are not lost. */
  readonly opening: CaseEvent | null
  readonly standing: CaseStanding<RecordedStep>
  /** The last move of its place that counts, with the id of the step; null if it is where it was opened. */
  readonly moved: { readonly id: string; readonly to: CaseMove } | null
  /** Withdrawal of the opening, or null; a withdrawn case stays in the list. */
  readonly withdrawn: WithdrawalEvent | null
  /** Withdrawn steps with their withdrawals; they do not count but stay readable. */
  readonly withdrawnSteps: readonly { readonly event: CaseStepEvent; readonly by: WithdrawalEvent }[]
}

const isCase = (event: LedgerEvent): event is CaseEvent => isKnown(event) && event.body.type === 'case'
const isStep = (event: LedgerEvent): event is CaseStepEvent => isKnown(event) && event.body.type === 'case-step'

/** Where a step moves its case; validated here, since earlier versions accepted any value. Null for any other step. */
export function moveOf({ step, moved }: CaseStepped): CaseMove | null {
  return step === 'moved' && caseMoveSchema.safeParse(moved).success ? moved! : null
}

/** The last of some steps that moves the case: each follows those that its writer knew. */
function lastMove(steps: readonly RecordedStep[]): CaseRecord['moved'] {
  const last = steps.findLast(({ event }) => moveOf(event.body) !== null)
  return last ? { id: last.id, to: moveOf(last.event.body)! } : null
}

/** The opening of a case as it stands, at the place to which it was moved; null while it has not arrived. */
export function openingInForce({ opening, moved }: Pick<CaseRecord, 'opening' | 'moved'>): CaseOpened | null {
  if (!opening || !moved) return opening?.body ?? null
  const { placeOf: _, reportedAt: __, reachMetres: ___, leftOut: ____, ...rest } = opening.body
  const { position, placeOf, reportedAt, county, likely, reachMetres, leftOut } = moved.to
  return {
    ...rest,
    ...{ position, county, likely },
    ...(placeOf && { placeOf }),
    ...(reportedAt && { reportedAt }),
    ...(reachMetres !== undefined && { reachMetres }),
    ...(leftOut && { leftOut }),
  }
}

const inSequence = (a: LedgerEvent, b: LedgerEvent) =>
  a.device < b.device ? -1 : a.device > b.device ? 1 : a.sequence - b.sequence

/**
 * All cases by id. The result does not depend on the order of events or on duplicates: each opening is a case of its
 * own, each step belongs to one case, and a device can withdraw only what it wrote itself.
 */
export function casesOf(events: Iterable<LedgerEvent>): ReadonlyMap<string, CaseRecord> {
  const all = [...new Map([...events].map((event) => [event.id, event])).values()]
  // Sorted without all the checks, of which there are far more.
  const records = all.filter((event) => isCase(event) || isStep(event)).sort(inSequence)
  const withdrawalOf = withdrawalsIn(all)
  const withdrawnBy = (event: LedgerEvent) => withdrawalOf(event) ?? null
  const openings = new Map(records.filter(isCase).map((event) => [event.id, event]))
  const steps = grouped(records.filter(isStep), ({ body }) => body.case)
  return new Map(
    [...new Set([...openings.keys(), ...steps.keys()])].sort().map((id) => {
      const opening = openings.get(id) ?? null
      const own = steps.get(id) ?? []
      const counting = own.filter((event) => withdrawnBy(event) === null)
      const withdrawnSteps = own.flatMap((event) => {
        const by = withdrawnBy(event)
        return by ? [{ event, by }] : []
      })
      const recorded = counting.map((event): RecordedStep => {
        const { step, when, knows } = event.body
        return { id: event.id, step, when, knows, event }
      })
      const withdrawn = opening && withdrawnBy(opening)
      const standing = caseStanding(recorded)
      return [id, { id, opening, standing, moved: lastMove(standing.steps), withdrawn, withdrawnSteps }]
    }),
  )
}

/** Ids of the cases that the events concern: openings and steps. */
export const caseIdsIn = (events: readonly LedgerEvent[]): string[] => [
  ...new Set(events.flatMap((event) => (isCase(event) ? [event.id] : isStep(event) ? [event.body.case] : []))),
]

/** Step ids known for a case, stored in a new step: all steps present here, including withdrawn ones. */
export const knownStepIds = ({ standing, withdrawnSteps }: Pick<CaseRecord, 'standing' | 'withdrawnSteps'>): string[] =>
  [...standing.steps.map(({ id }) => id), ...withdrawnSteps.map(({ event }) => event.id)].sort()
