import type { IsoDay, Month } from '@/domain/calendar'

/** What a meeting has decided: who does what by when, and whether it is done. */
export interface Decision {
  readonly id: string
  /** The month whose dustfall the meeting spoke of. */
  readonly month: Month
  readonly decidedOn: IsoDay
  /** Code of the county that it is about; '' for the whole city. */
  readonly county: string
  readonly task: string
  /** Who is to do it. */
  readonly department: string
  /** '' where the meeting set no day. */
  readonly due: IsoDay | ''
  /** '' until it is done. */
  readonly doneOn: IsoDay | ''
  /** How it was done, or why not yet. */
  readonly note: string
}

export type DecisionStanding = 'done' | 'late' | 'open'

/** How a decision stands on a day; what is done later than that day was still open on it. */
export function decisionStanding({ due, doneOn }: Pick<Decision, 'due' | 'doneOn'>, day: IsoDay): DecisionStanding {
  if (doneOn !== '' && doneOn <= day) return 'done'
  return due !== '' && due < day ? 'late' : 'open'
}

/** How many decisions stand in each way on a day. */
export function countStandings(
  decisions: readonly Decision[],
  day: IsoDay,
): Readonly<Record<DecisionStanding, number>> {
  const count = { done: 0, late: 0, open: 0 }
  for (const each of decisions) count[decisionStanding(each, day)]++
  return count
}

/** What is late before what is open, and what is done last. */
export function byStanding(decisions: readonly Decision[], day: IsoDay): readonly Decision[] {
  const order: readonly DecisionStanding[] = ['late', 'open', 'done']
  return order.flatMap((wanted) => decisions.filter((each) => decisionStanding(each, day) === wanted))
}

/**
 * What a meeting goes through of earlier ones: all that the meeting before it decided, and what is still open of those before,
 * the oldest first. `day` is that of the meeting.
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
