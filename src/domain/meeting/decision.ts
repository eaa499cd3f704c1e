import type { IsoDay, Month } from '@/domain/calendar'

/** A decision of a meeting: who does what by when, and whether it is done. */
export interface Decision {
  readonly id: string
  /** The month whose dustfall the meeting discussed. */
  readonly month: Month
  readonly decidedOn: IsoDay
  /** Code of the county that it is about; '' for the whole city. */
  readonly county: string
  readonly task: string
  /** The responsible department. */
  readonly department: string
  /** '' if the meeting set no deadline. */
  readonly due: IsoDay | ''
  /** '' until it is done. */
  readonly doneOn: IsoDay | ''
  /** How it was done, or why not yet. */
  readonly note: string
}

export type DecisionStanding = 'done' | 'late' | 'open'

/** The standing of a decision on a day; what was done later was still open on that day. */
export function decisionStanding({ due, doneOn }: Pick<Decision, 'due' | 'doneOn'>, day: IsoDay): DecisionStanding {
  if (doneOn !== '' && doneOn <= day) return 'done'
  return due !== '' && due < day ? 'late' : 'open'
}

/** The number of decisions per standing on a day. */
export function countStandings(
  decisions: readonly Decision[],
  day: IsoDay,
): Readonly<Record<DecisionStanding, number>> {
  const count = { done: 0, late: 0, open: 0 }
  for (const each of decisions) count[decisionStanding(each, day)]++
  return count
}

/** Sorts decisions: late, then open, then done. */
export function sortByStanding(decisions: readonly Decision[], day: IsoDay): readonly Decision[] {
  const order: readonly DecisionStanding[] = ['late', 'open', 'done']
  return order.flatMap((wanted) => decisions.filter((each) => decisionStanding(each, day) === wanted))
}

/**
 * The earlier decisions that a meeting reviews: all those of the previous meeting, and those of older meetings that are
 * not done, oldest first. `day`: the day of the meeting.
 */
export function decisionsBefore(decisions: readonly Decision[], month: Month, day: IsoDay): readonly Decision[] {
  const earlier = decisions.filter((each) => each.month < month)
  const last = earlier
    .map((each) => each.month)
    .sort()
    .at(-1)
  return earlier
    .filter((each) => each.month === last || decisionStanding(each, day) !== 'done')
    .sort((a, b) => (a.month === b.month ? 0 : a.month < b.month ? -1 : 1))
}
