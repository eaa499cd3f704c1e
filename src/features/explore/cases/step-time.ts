import type { CaseStepName } from '@/domain/cases/stage'
import { findOrderConflict, type StepOrderConflict } from '@/domain/cases/step-order'
import type { CaseView } from '@/store/cases/case-view'
import { momentOf } from './TimeField'

/** The time entered for a step of a case. */
export interface StepTime {
  /** ISO; null if missing, unreadable or in the future. */
  readonly at: string | null
  /** What it is earlier than; null if nothing. */
  readonly conflict: StepOrderConflict | null
  readonly isMissing: boolean
  /** It was entered and cannot be saved. */
  readonly isWrong: boolean
}

/** Reads the time entered for a step; `now` in milliseconds since 1970. */
export function stepTime({ opened, record }: CaseView, step: CaseStepName, text: string, now: number): StepTime {
  const at = momentOf(text, now)
  const conflict = at && opened ? findOrderConflict(step, at, opened.observed, record.standing, now) : null
  const isMissing = text.trim() === ''
  return { at, conflict, isMissing, isWrong: !isMissing && (at === null || conflict?.isRefused === true) }
}
