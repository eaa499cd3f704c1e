import type { TFunction } from 'i18next'
import { type IsoDay, parseDay } from '@/domain/calendar'
import { type Decision, decisionStanding } from '@/domain/meeting/decision'
import { dayName } from '@/store/words/day-name'

/** The day on which a decision was done and how many days late; '' if it was not done by the day `by`. */
export function doneText(t: TFunction<'texts'>, decision: Decision, by: IsoDay): string {
  const { due, doneOn } = decision
  if (decisionStanding(decision, by) !== 'done' || doneOn === '') return ''
  const day = dayName(t, doneOn)
  const count = due === '' ? 0 : parseDay(doneOn) - parseDay(due)
  return count > 0 ? t('decisions.doneLate', { day, count }) : t('decisions.doneDay', { day })
}
