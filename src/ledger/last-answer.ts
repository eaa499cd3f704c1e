import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import type { Answer } from './event'
import type { TargetState } from './fold'
import { beganWith, type InspectionEvent, type Visit } from './visit'

/** How an item was answered on some day. */
export interface AnsweredOn {
  readonly answer: Answer
  readonly day: IsoDay
}

/** What is being written: by which tablet, on which day, and the record that it corrects; null where it is a check of its own. */
export interface Writing {
  readonly device: string
  readonly day: IsoDay
  readonly corrected: InspectionEvent | null
}

/**
 * The visit that is being written: that of the record that is corrected, else what its tablet has of this source on that day;
 * undefined where it has nothing yet.
 */
function visitOf(state: TargetState, { device, day, corrected }: Writing): Visit | undefined {
  if (!corrected) return state.visits.find((visit) => visit.device === device && visit.day === day)
  return state.visits.find(({ firsts }) => firsts.has(corrected.id))
}

/**
 * How an item was answered last before the visit that is being written, by a team or by who decided between teams; null where
 * nobody did. What belongs to that visit itself is no answer of before.
 */
export function lastAnswer(state: TargetState | undefined, item: string, writing: Writing): AnsweredOn | null {
  if (!state) return null
  const own = visitOf(state, writing)
  const before = own ? state.visits.slice(0, state.visits.indexOf(own)) : state.visits
  const begun = own ? beganWith(own).at : null
  const decided = state.decisions.findLast(({ at, body }) => body.item === item && (begun === null || at < begun))
  const seen = before.findLast(({ answers }) => answers.has(item))
  if (decided && (!seen || decided.at > seen.answers.get(item)!.event.at))
    return { answer: decided.body.answer, day: dayOfInstant(decided.at) }
  return seen ? { answer: seen.answers.get(item)!.answer, day: seen.day } : null
}

/** What the visit that is being written says of an item so far: where a record is corrected, what that record says. */
export function answerSoFar(state: TargetState | undefined, item: string, writing: Writing): Answer | null {
  const { corrected } = writing
  if (corrected) return Object.hasOwn(corrected.body.answers, item) ? corrected.body.answers[item]! : null
  return (state && visitOf(state, writing)?.answers.get(item)?.answer) ?? null
}
