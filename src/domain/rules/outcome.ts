import type { StatusName } from './status'

/** What a clause of the plan comes to: `noTarget` where it asks for nothing that has a number or a day. */
export const OUTCOMES = ['done', 'notDone', 'notDue', 'noData', 'noTarget'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** How a target with a number stands. */
export type TargetStanding = 'met' | 'notMet' | 'noData'

/** What is known of a clause on a day. */
export interface JudgedClause {
  readonly targets: readonly TargetStanding[]
  /** Of each requirement and named task, how many sources stand how. */
  readonly requirements: readonly Readonly<Record<StatusName, number>>[]
  /** Whether it names a day by which something must be done. */
  readonly hasDay: boolean
}

/**
 * What a clause comes to. It is not done where a target is missed or a source fails; done where all is known and nothing fails.
 * What is not known is never called missed, and what has neither number nor day is no goal.
 */
export function outcomeOf({ targets, requirements, hasDay }: JudgedClause): Outcome {
  if (targets.includes('notMet') || requirements.some(({ failing, overdue }) => failing + overdue > 0)) return 'notDone'
  if (targets.length + requirements.length === 0) return hasDay ? 'noData' : 'noTarget'
  const isKnown = ({ fine, due, unknown }: JudgedClause['requirements'][number]) => unknown === 0 && fine + due > 0
  if (targets.includes('noData') || !requirements.every(isKnown)) return 'noData'
  return requirements.some(({ due }) => due > 0) ? 'notDue' : 'done'
}
