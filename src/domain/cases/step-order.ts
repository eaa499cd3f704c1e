import { type CaseStanding, type CaseStepName, isStepName } from './stage'

/** What the recorded time of a step contradicts: the time the value was noticed, or another step. */
export interface StepOrderConflict {
  readonly what: 'observed' | CaseStepName
  readonly when: string
  /**
   * True if the order is impossible. Otherwise it is only unusual: for example, a first team reports before a second one
   * arrives.
   */
  readonly isRefused: boolean
}

/** Steps that cannot be later than a step, if they occurred in this turn: all those before it in the order of a case. */
const AFTER: Readonly<Record<CaseStepName, readonly CaseStepName[]>> = {
  given: [],
  arrived: ['given'],
  reported: ['given', 'arrived'],
  assessed: ['given', 'arrived', 'reported'],
  unassessed: ['given', 'arrived', 'reported', 'assessed'],
  closed: ['given', 'arrived', 'reported', 'assessed', 'unassessed'],
  reopened: ['given', 'arrived', 'reported', 'assessed', 'unassessed', 'closed'],
  // It puts a place right and has the time at which that was recorded, so nothing is compared with it either.
  moved: [],
}

/**
 * Finds what the recorded time of a step is earlier than; null if nothing. Impossible are times before the value was
 * noticed (in later turns, before the case was reopened), and times before a step that comes before this one. A team that
 * was called by phone was given the case then, so that is the time of giving it. If a step occurred several times, for
 * example when a second team arrived, only the first makes a time impossible: an earlier record may be of the first team,
 * written late. Times in the future, as from a wrong clock, make nothing impossible. Times are compared by minute, since
 * people enter minutes. Returns the latest one that makes the time impossible, else the latest of all.
 * @param at ISO, as `observed`.
 * @param now milliseconds since 1970.
 */
export function findOrderConflict(
  step: CaseStepName,
  at: string,
  observed: string,
  standing: Pick<CaseStanding, 'current' | 'reopening'>,
  now: number,
): StepOrderConflict | null {
  const { reopening, current } = standing
  const begun: StepOrderConflict = reopening
    ? { what: 'reopened', when: reopening.when, isRefused: true }
    : { what: 'observed', when: observed, isRefused: true }
  const isFirst = (what: string, when: string) =>
    current.every((each) => each.step !== what || Date.parse(each.when) >= Date.parse(when))
  const steps = current.flatMap(({ step: what, when }): StepOrderConflict[] =>
    isStepName(what) && what !== 'reopened' && what !== 'moved'
      ? [{ what, when, isRefused: AFTER[step].includes(what) && isFirst(what, when) }]
      : [],
  )
  const later = [begun, ...steps]
    .filter(({ when }) => minuteOf(at) < minuteOf(when))
    .map((each) => ({ ...each, isRefused: each.isRefused && Date.parse(each.when) <= now }))
    .sort((a, b) => Date.parse(b.when) - Date.parse(a.when))
  return later.find(({ isRefused }) => isRefused) ?? later[0] ?? null
}

const MINUTE_MS = 60_000
const minuteOf = (instant: string) => Math.floor(Date.parse(instant) / MINUTE_MS)
