import type { TFunction } from 'i18next'
import { type IsoDay, parseDay } from '@/domain/calendar'
import type { StatusName } from '@/domain/rules/status'
import type { Dataset } from '@/questions/dataset'

/** When something was not met, and by when it had to be. */
export interface FindingDates {
  readonly status: StatusName
  /** First day of the failure; null where nobody recorded it. */
  readonly since: IsoDay | null
  /** Last day in time; null where nothing gives one. */
  readonly due: IsoDay | null
  readonly days: number
}

/** The day that it was seen; null where nobody recorded it, or where the failure begins with the deadline's end. */
export const seenDay = ({ since, due }: Pick<FindingDates, 'since' | 'due'>): IsoDay | null =>
  since !== null && due !== null && parseDay(since) === parseDay(due) + 1 ? null : since

/** The plan in force, and those that were before it, the last first. */
type Plans = Pick<Dataset, 'settings' | 'earlierPlans'>

/**
 * By when it had to be met; a day from before the plan in force was issued says in the time of which plan it lies, and one from
 * before its requirement that it is of the former one: nothing is due by a requirement before it holds.
 * @param from the first day of its requirement, where that took the place of a former one.
 */
export function dueText(t: TFunction, due: IsoDay, { settings, earlierPlans }: Plans, from?: IsoDay): string {
  const isEarlier = settings.plan !== undefined && due < settings.plan.day
  const of = isEarlier
    ? (earlierPlans.find(({ plan }) => plan === null || plan.day <= due) ?? earlierPlans.at(-1))
    : null
  if (of) return t('findings.dueEarlier', { day: due, year: String(of.year) })
  return t(from !== undefined && due < from ? 'findings.dueFormer' : 'findings.due', { day: due })
}

/** When it was seen and by when it had to be met, apart from how late it is: what days are counted from can be read. */
export function dateTexts(
  t: TFunction,
  finding: Pick<FindingDates, 'since' | 'due'>,
  plans: Plans,
  from?: IsoDay,
): string[] {
  const seen = seenDay(finding)
  return [
    ...(seen === null ? [] : [t(finding.due === null ? 'findings.since' : 'findings.seen', { day: seen })]),
    ...(finding.due === null ? [] : [dueText(t, finding.due, plans, from)]),
  ]
}

/** How late it is, or how long there is left; its standing where there is no day to count from. */
export function lateText(t: TFunction, { status, since, due, days }: FindingDates): string {
  if (status === 'due' && due !== null) return t('findings.dueDays', { days })
  if (status !== 'overdue') return t(`status.${status}`)
  const isFromSeen = seenDay({ since, due }) !== null && due !== null && since! > due
  return t(isFromSeen ? 'findings.overdueSeen' : 'findings.overdueDays', { days })
}
