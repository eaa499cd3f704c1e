import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import type { Answer } from './event'
import type { TargetState } from './fold'
import { answersForRules, firstRecordOf, type InspectionEvent, type Visit } from './visit'

/** How an item was answered on a day. */
export interface AnsweredOn {
  readonly answer: Answer
  readonly day: IsoDay
}

/** The record being written: its tablet, its day, and the record it corrects; null if it is a new check. */
export interface RecordBeingWritten {
  readonly device: string
  readonly day: IsoDay
  readonly corrected: InspectionEvent | null
}

/**
 * The visit to which the record being written belongs: that of the corrected record, else the tablet's visit to this
 * source on that day; undefined if there is none yet.
 */
function visitOf(state: TargetState, { device, day, corrected }: RecordBeingWritten): Visit | undefined {
  if (!corrected) return state.visits.find((visit) => visit.device === device && visit.day === day)
  return state.visits.find(({ firsts }) => firsts.has(corrected.id))
}

/**
 * The last answer to an item before the visit being written, by a team or by a decision between teams; null if there is
 * none. Answers of that visit itself are excluded.
 */
export function lastAnswer(
  state: TargetState | undefined,
  item: string,
  writing: RecordBeingWritten,
): AnsweredOn | null {
  if (!state) return null
  const own = visitOf(state, writing)
  const before = own ? state.visits.slice(0, state.visits.indexOf(own)) : state.visits
  const begun = own ? firstRecordOf(own).at : null
  const decided = state.decisions.findLast(({ at, body }) => body.item === item && (begun === null || at < begun))
  const seen = before.findLast(({ answers }) => answers.has(item))
  if (decided && (!seen || decided.at > seen.answers.get(item)!.event.at))
    return { answer: decided.body.answer, day: dayOfInstant(decided.at) }
  return seen ? { answer: seen.answers.get(item)!.answer, day: seen.day } : null
}

/** An answer that tells whether an item is met; 不适用 and 无法核查 do not, and leave an earlier failure as it is. */
export const isResult = (answer: Answer | undefined): answer is 'yes' | 'no' => answer === 'yes' || answer === 'no'

/** Whether any of these visits tells whether an item is met. */
export const hasResult = (visits: readonly Visit[], item: string): boolean =>
  visits.some((visit) => isResult(answersForRules(visit).get(item)?.answer))

/** The current answer to an item in the visit being written; for a correction, that of the corrected record. */
export function answerSoFar(state: TargetState | undefined, item: string, writing: RecordBeingWritten): Answer | null {
  const { corrected } = writing
  if (corrected) return Object.hasOwn(corrected.body.answers, item) ? corrected.body.answers[item]! : null
  return (state && visitOf(state, writing)?.answers.get(item)?.answer) ?? null
}
