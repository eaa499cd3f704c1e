import type { TFunction } from 'i18next'
import type { IsoDay, Month } from '@/domain/calendar'
import { countStandings, type Decision, decisionsBefore } from '@/domain/meeting/decision'

/** Headline on what meetings before a month decided: how many decisions are done, late or open on a day. */
export function decisionsHeadline(
  t: TFunction<'texts'>,
  decisions: readonly Decision[],
  month: Month,
  day: IsoDay,
): string {
  const all = decisionsBefore(decisions, month, day)
  if (all.length === 0) return t('decisions.noneBefore')
  const count = countStandings(all, day)
  const parts = (['done', 'late', 'open'] as const).flatMap((standing) =>
    count[standing] > 0 ? [t(`decisions.found.${standing}`, { count: count[standing] })] : [],
  )
  const isOfLast = all.every((each) => each.month === all.at(-1)!.month)
  return (
    t(isOfLast ? 'decisions.found.last' : 'decisions.found.earlier', { count: all.length }) +
    parts.join(t('meeting.comma'))
  )
}
