import type { CaseTerm, TermStep } from './settings'
import { type CaseStanding, type CaseStep, caseStanding } from './stage'

/**
 * The state of a step's deadline. `in-time` or `late`: done in time or too late; `running` or `overdue`: not done yet;
 * `unneeded`: the case was closed in time without this step; `unclear`: recorded as done before the value was noticed.
 */
export type ClockState = 'in-time' | 'late' | 'running' | 'overdue' | 'unneeded' | 'unclear'

export interface TermClock {
  readonly step: TermStep
  /** When the term began, when it ran out, and when the step was done; in milliseconds since 1970, null if not done. */
  readonly from: number
  readonly due: number
  readonly done: number | null
  /** Nobody recorded the step; a step that cannot happen without it shows that it was done. */
  readonly isInferred?: true
  readonly state: ClockState
}

/** A term as it was when the case was opened; later changes of the package do not affect it. */
export type Term = Pick<CaseTerm, 'step' | 'minutes'>

const MS_PER_MINUTE = 60_000
/**
 * The steps that show that a step was done, most reliable first: whoever reports findings was on site, so a report
 * counts if no arrival was recorded.
 */
const DOES: Readonly<Record<TermStep, readonly string[]>> = {
  arrived: ['arrived', 'reported'],
  reported: ['reported'],
  closed: ['closed'],
}

/** When a step was first done according to the recorded steps, in milliseconds since 1970; null if none shows it. */
export function doneAt(steps: readonly CaseStep[], step: TermStep): number | null {
  for (const name of DOES[step]) {
    const times = steps.filter((each) => each.step === name).map(({ when }) => Date.parse(when))
    if (times.length > 0) return Math.min(...times)
  }
  return null
}

/** When the clock of the current turn started: when the value was noticed, or when the case was reopened. */
export const clockStart = (observed: string, { reopening }: Pick<CaseStanding, 'reopening'>): number =>
  Date.parse(reopening?.when ?? observed)

/**
 * The deadlines of a case in its current turn.
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
 * The deadlines of earlier turns, each as it stood when the case was reopened, from the steps known to whoever reopened
 * it.
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
      const before = caseStanding(steps.filter(({ id }) => reopening.knows.includes(id)))
      return clocksOf(observed, terms, before, Date.parse(reopening.when))
    })
}

/** Whether a deadline was missed. */
export const isMissed = ({ state }: Pick<TermClock, 'state'>): boolean => state === 'late' || state === 'overdue'

/** The earliest deadline of a step not yet done, whether running or overdue; null if there is none. */
export function nextDue(clocks: readonly TermClock[]): TermClock | null {
  const open = clocks.filter(({ state }) => state === 'running' || state === 'overdue')
  return open.sort((a, b) => a.due - b.due)[0] ?? null
}
