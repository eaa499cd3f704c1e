import { dayOfInstant, type IsoDay, localMinute } from '@/domain/calendar'
import type { CaseStepName } from '@/domain/cases/stage'
import { findOrderConflict, type StepOrderConflict } from '@/domain/cases/step-order'
import type { LedgerEvent } from '@/ledger/event'
import type { CaseView } from '@/store/cases/case-view'
import { momentOf } from './TimeField'

/** A time that the user entered. */
export interface EnteredTime {
  /** ISO; null if missing, unreadable or in the future. */
  readonly at: string | null
  readonly isMissing: boolean
  /** It was entered and cannot be saved. */
  readonly isWrong: boolean
}

/** The time entered for a step of a case. */
export interface StepTime extends EnteredTime {
  /** What it is earlier than; null if nothing. */
  readonly conflict: StepOrderConflict | null
  /** The record with the time that it is earlier than; null if nothing, or if that has not arrived here. */
  readonly earlierThan: LedgerEvent | null
}

/**
 * The time that the form of a step begins with: now. '' if the desk works on a past day and nothing of the case is known
 * to be later: then only a person knows when the step was done.
 * @param now milliseconds since 1970.
 */
export function offeredTime({ opened, record }: CaseView, asOf: IsoDay, now: number): string {
  // A place is put right when somebody notices it, whatever day the desk works on.
  const steps = record.standing.current.filter(({ step }) => step !== 'moved')
  const known = [...(opened ? [opened.observed] : []), ...steps.map(({ when }) => when)]
  const current = new Date(now).toISOString()
  const isPast = asOf < dayOfInstant(current) && known.every((when) => dayOfInstant(when) <= asOf)
  return isPast ? '' : localMinute(current)
}

/** Reads a time that the user entered; `now` in milliseconds since 1970. */
export function enteredTime(text: string, now: number): EnteredTime {
  const at = momentOf(text, now)
  const isMissing = text.trim() === ''
  return { at, isMissing, isWrong: !isMissing && at === null }
}

/** Reads the time entered for a step; `now` in milliseconds since 1970. */
export function stepTime({ opened, record }: CaseView, step: CaseStepName, text: string, now: number): StepTime {
  const entered = enteredTime(text, now)
  const { at } = entered
  const conflict = at && opened ? findOrderConflict(step, at, opened.observed, record.standing, now) : null
  return {
    ...{ ...entered, conflict, isWrong: entered.isWrong || conflict?.isRefused === true },
    earlierThan: conflict && recordOf(record, conflict),
  }
}

/** The record whose time a conflict is about. */
function recordOf({ opening, standing }: CaseView['record'], { what, when }: StepOrderConflict): LedgerEvent | null {
  if (what === 'observed') return opening
  if (what === 'reopened') return standing.reopening?.event ?? null
  return standing.current.find((each) => each.step === what && each.when === when)?.event ?? null
}

/** The label of a time field among the fields that are missing, or among the wrong ones; null if no time is asked. */
export const timeNeeds = (time: EnteredTime | null, label: string) => ({
  missing: time?.isMissing ? [label] : [],
  wrong: time?.isWrong ? [label] : [],
})
