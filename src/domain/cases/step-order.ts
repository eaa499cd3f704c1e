import { type CaseStanding, type CaseStepName, isStepName } from './stage'

/** What a moment that is written down of a step is held against: when the value was noticed, or another step. */
export interface EarlierThan {
  readonly what: 'observed' | CaseStepName
  readonly when: string
  /** Whether it can't have been before that; else it is only unusual, as who was called by phone is there before a case is given out. */
  readonly isRefused: boolean
}

/** What must have been done before a step, where it was done at all in this turn. */
const AFTER: Readonly<Record<CaseStepName, readonly CaseStepName[]>> = {
  given: [],
  arrived: [],
  reported: ['arrived'],
  assessed: ['given', 'arrived', 'reported'],
  closed: ['given', 'arrived', 'reported', 'assessed'],
  reopened: ['given', 'arrived', 'reported', 'assessed', 'closed'],
}

/**
 * What a moment at which a step is said to have been done is earlier than; null where it is earlier than nothing. Nothing is done
 * before the value was noticed, in a later turn before the case was opened again; nothing is assessed or closed before it was given
 * out, and nobody reports before being there. A step that was done several times, as a second team arrives, refuses by its first:
 * what is earlier than another may be of those who came before, and is written late. What is said to be still to come, as a device with a wrong clock says, refuses nothing.
 * People write minutes: what was in the same one is not earlier. Of several the latest that refuses it, else the latest of all.
 * @param at ISO, as `observed`.
 * @param now milliseconds since 1970.
 */
export function earlierThan(
  step: CaseStepName,
  at: string,
  observed: string,
  standing: Pick<CaseStanding, 'current' | 'reopening'>,
  now: number,
): EarlierThan | null {
  const { reopening, current } = standing
  const begun: EarlierThan = reopening
    ? { what: 'reopened', when: reopening.when, isRefused: true }
    : { what: 'observed', when: observed, isRefused: true }
  const isFirst = (what: string, when: string) =>
    current.every((each) => each.step !== what || Date.parse(each.when) >= Date.parse(when))
  const steps = current.flatMap(({ step: what, when }): EarlierThan[] =>
    isStepName(what) && what !== 'reopened'
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
