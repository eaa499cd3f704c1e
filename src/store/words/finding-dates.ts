import type { TFunction } from 'i18next'
import { type IsoDay, parseDay } from '@/domain/calendar'
import type { StatusName } from '@/domain/rules/status'

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

/** When it was seen and by when it had to be met, apart from how late it is: what days are counted from can be read. */
export function dateTexts(t: TFunction, finding: Pick<FindingDates, 'since' | 'due'>): string[] {
  const seen = seenDay(finding)
  return [
    ...(seen === null ? [] : [t(finding.due === null ? 'findings.since' : 'findings.seen', { day: seen })]),
    ...(finding.due === null ? [] : [t('findings.due', { day: finding.due })]),
  ]
}

/** How late it is, or how long there is left; its standing where there is no day to count from. */
export function lateText(t: TFunction, { status, since, due, days }: FindingDates): string {
  if (status === 'due' && due !== null) return t('findings.dueDays', { days })
  if (status !== 'overdue') return t(`status.${status}`)
  const isFromSeen = seenDay({ since, due }) !== null && due !== null && since! > due
  return t(isFromSeen ? 'findings.overdueSeen' : 'findings.overdueDays', { days })
}
