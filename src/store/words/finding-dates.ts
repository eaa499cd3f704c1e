import type { TFunction } from 'i18next'
import { type IsoDay, parseDay } from '@/domain/calendar'
import type { StatusName } from '@/domain/rules/status'
import type { Dataset } from '@/questions/dataset'

/** When something failed, and its deadline. */
export interface FindingDates {
  readonly status: StatusName
  /** First day of the failure; null if not recorded. */
  readonly since: IsoDay | null
  /** Last day in time; null if there is no deadline. */
  readonly due: IsoDay | null
  readonly days: number
}

/** The day the failure was seen; null if not recorded, or if the failure begins with the end of the deadline. */
export const seenDay = ({ since, due }: Pick<FindingDates, 'since' | 'due'>): IsoDay | null =>
  since !== null && due !== null && parseDay(since) === parseDay(due) + 1 ? null : since

/** The plan in force, and the earlier ones, latest first. */
type Plans = Pick<Dataset, 'settings' | 'earlierPlans'>

/**
 * The deadline in words. A day before the current plan was issued is shown with the plan it belongs to, and one before
 * its requirement as belonging to the former requirement: nothing is due by a requirement before it is in force.
 * @param from first day of the requirement, if it replaced a former one.
 */
export function dueText(t: TFunction, due: IsoDay, { settings, earlierPlans }: Plans, from?: IsoDay): string {
  const isEarlier = settings.plan !== undefined && due < settings.plan.day
  const of = isEarlier
    ? (earlierPlans.find(({ plan }) => plan === null || plan.day <= due) ?? earlierPlans.at(-1))
    : null
  if (of) return t('findings.dueEarlier', { day: due, year: String(of.year) })
  return t(from !== undefined && due < from ? 'findings.dueFormer' : 'findings.due', { day: due })
}

/**
 * When it was seen and its deadline, separate from the days overdue, so that the reader sees from when days are
 * counted.
 */
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

/** Whether days overdue count from the day the failure was seen, since that was after the deadline. */
export const isLateSinceSeen = ({ since, due }: Pick<FindingDates, 'since' | 'due'>): boolean =>
  due !== null && since !== null && since > due && seenDay({ since, due }) !== null

/** How late it is, or the time left; its standing if there is no day to count from. */
export function lateText(t: TFunction, { status, since, due, days }: FindingDates): string {
  if (status === 'due' && due !== null) return t('findings.dueDays', { days })
  if (status !== 'overdue') return t(`status.${status}`)
  return t(isLateSinceSeen({ since, due }) ? 'findings.overdueSeen' : 'findings.overdueDays', { days })
}
