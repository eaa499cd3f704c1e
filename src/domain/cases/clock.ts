import type { CaseTerm, TermStep } from './settings'
import { type CaseStanding, type CaseStep, standingOf } from './stage'

/**
 * How a step stands towards its term: done within it or too late, still to be done with time left or past it; not needed, where the
 * case was closed within the term without it; or unclear, where it is said to have been done before the value was noticed.
 */
export type ClockState = 'in-time' | 'late' | 'running' | 'overdue' | 'unneeded' | 'unclear'

export interface TermClock {
  readonly step: TermStep
  /** When it began and ran out, and when the step was done; milliseconds since 1970, null where it was not. */
  readonly from: number
  readonly due: number
  readonly done: number | null
  /** Nobody wrote that it was done: it is known by a step that can't be without it. */
  readonly isInferred?: true
  readonly state: ClockState
}

/** A term as a case has it, from the day on which it was opened: a later change of the package does not move its clock. */
export type Term = Pick<CaseTerm, 'step' | 'minutes'>

const MS_PER_MINUTE = 60_000
/** What says that a step was done, the surest first: whoever reports what was found was there, which counts where nobody wrote when. */
const DOES: Readonly<Record<TermStep, readonly string[]>> = {
  arrived: ['arrived', 'reported'],
  reported: ['reported'],
  closed: ['closed'],
}

/** When a step was first done by what steps say, milliseconds since 1970; null where none says so. */
export function doneAt(steps: readonly CaseStep[], step: TermStep): number | null {
  for (const name of DOES[step]) {
    const times = steps.filter((each) => each.step === name).map(({ when }) => Date.parse(when))
    if (times.length > 0) return Math.min(...times)
  }
  return null
}

/** From when the clock of the present turn runs: when the value was noticed, or when the case was opened again. */
export const clockStart = (observed: string, { reopening }: Pick<CaseStanding, 'reopening'>): number =>
  Date.parse(reopening?.when ?? observed)

/**
 * The clocks of a case in its present turn.
 * @param observed when the value was noticed, ISO.
 * @param now milliseconds since 1970.
 */
export function clocksOf(
  observed: string,
  terms: readonly Term[],
  standing: CaseStanding,
  now: number,
): readonly TermClock[] {
  const from = clockStart(observed, standing)
  const { closing, current } = standing
  return terms.map(({ step, minutes }) => {
    const due = from + minutes * MS_PER_MINUTE
    const done = step === 'closed' ? timeOf(closing) : doneAt(current, step)
    const state = stateOf({ from, due, done, closed: timeOf(closing), now })
    const isInferred = done !== null && step !== 'closed' && !current.some((each) => each.step === step)
    return { step, from, due, done, state, ...(isInferred && { isInferred }) }
  })
}

const timeOf = (step: CaseStep | null): number | null => (step === null ? null : Date.parse(step.when))

interface Times {
  readonly from: number
  readonly due: number
  readonly done: number | null
  readonly closed: number | null
  readonly now: number
}

function stateOf({ from, due, done, closed, now }: Times): ClockState {
  if (done !== null) return done < from ? 'unclear' : done <= due ? 'in-time' : 'late'
  if (closed !== null) return closed <= due ? 'unneeded' : 'late'
  return now <= due ? 'running' : 'overdue'
}

/**
 * The clocks of the turns before: each as it stood when the case was opened again, by what whoever did so knew.
 * @param observed as of {@link clocksOf}.
 */
export function earlierClocks(
  observed: string,
  terms: readonly Term[],
  { steps }: Pick<CaseStanding, 'steps'>,
): readonly TermClock[] {
  return steps
    .filter(({ step }) => step === 'reopened')
    .flatMap((reopening) => {
      const before = standingOf(steps.filter(({ id }) => reopening.knows.includes(id)))
      return clocksOf(observed, terms, before, Date.parse(reopening.when))
    })
}

/** A clock that was missed. */
export const isMissed = ({ state }: Pick<TermClock, 'state'>): boolean => state === 'late' || state === 'overdue'

/** The clock that runs out next, or ran out first, of what is still to be done; null where nothing is. */
export function nextDue(clocks: readonly TermClock[]): TermClock | null {
  const open = clocks.filter(({ state }) => state === 'running' || state === 'overdue')
  return open.sort((a, b) => a.due - b.due)[0] ?? null
}
