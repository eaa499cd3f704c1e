import { dayOfInstant, isDay } from '@/domain/calendar'
import type { Seen } from '@/domain/rules/seen'
import type { Answer, LedgerEvent } from './event'
import type { LedgerState, TargetState } from './fold'

/** Yes and no are findings; what does not apply or could not be seen says nothing of a rule. */
const holds = (answer: Answer) => (answer === 'yes' ? true : answer === 'no' ? false : null)

/** What the ledger says of the package's sources, for the rules. An item on which devices disagree says nothing until a person decides. */
export function seenOf(state: LedgerState): Seen[] {
  return [...state.values()].flatMap(seenOfTarget)
}

function seenOfTarget({ target: { kind, code }, inspections, items }: TargetState): Seen[] {
  const disputed = new Set([...items].flatMap(([item, { conflict }]) => (conflict ? [item] : [])))
  const decided = [...items].flatMap(([item, { standing }]) =>
    standing.flatMap(({ event, answer }) => (event.body.type === 'decision' ? [{ event, item, answer }] : [])),
  )
  const settled = new Set(decided.map(({ item }) => item))
  const said = (answers: readonly (readonly [string, Answer])[]) =>
    Object.fromEntries(
      answers.flatMap(([item, answer]) => {
        const value = holds(answer)
        return value === null || disputed.has(item) ? [] : [[item, value]]
      }),
    )
  /** Whether another answer took its place that a clock set back puts on the same day or before: then it never counted after. */
  const outlived = ({ id, at }: LedgerEvent, item: string) =>
    inspections.some(
      (other) =>
        other.body.supersedes.includes(id) && item in other.body.answers && dayOfInstant(other.at) <= dayOfInstant(at),
    )
  return [
    ...inspections.map((event) => ({
      kind,
      code,
      day: dayOfInstant(event.at),
      answers: said(
        Object.entries(event.body.answers).filter(([item]) => !settled.has(item) && !outlived(event, item)),
      ),
      // A date field takes years of five digits; the rules know no such day.
      rectifyBy: isDay(event.body.rectifyBy) ? event.body.rectifyBy : '',
    })),
    ...decided.map(({ event, item, answer }) => ({
      kind,
      code,
      day: dayOfInstant(event.at),
      answers: said([[item, answer]]),
      rectifyBy: '',
    })),
  ]
}
