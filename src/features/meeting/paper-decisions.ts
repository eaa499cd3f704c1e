import type { TFunction } from 'i18next'
import type { BulletinFacts } from '@/domain/bulletin/fields'
import { earlierSentence } from '@/domain/bulletin/progress'
import type { IsoDay } from '@/domain/calendar'
import { countStandings, decisionStanding, decisionsBefore, sortByStanding } from '@/domain/meeting/decision'
import type { PaperTable } from '@/io/papers/papers'
import { dayName } from '@/store/words/day-name'
import type { MeetingData } from './bulletin'
import { decisionsHeadline } from './decisions-headline'
import { doneText } from './done-text'

/**
 * Decisions of earlier meetings with their status on a day, late ones first: as a table, a slide headline and a
 * sentence. The table's title states the day.
 */
export function earlierDecisions(
  { dataset }: Pick<MeetingData, 'dataset'>,
  day: IsoDay,
  { report, countyName }: BulletinFacts,
  t: TFunction<'texts'>,
): { readonly table: PaperTable; readonly headline: string; readonly sentence: string } {
  const decisions = dataset.settings.meeting?.decisions ?? []
  const all = sortByStanding(decisionsBefore(decisions, report.month, day), day)
  return {
    sentence: earlierSentence(day, countStandings(all, day)),
    headline: decisionsHeadline(t, decisions, report.month, day),
    table: {
      title: `${t('meeting.scene.decisions')}${t('decisions.asOfAfter', { day: dayName(t, day) })}`,
      headings: [
        t('decisions.county'),
        t('decisions.task'),
        t('decisions.department'),
        t('decisions.due'),
        t('decisions.state'),
        t('meeting.decks.remark'),
      ],
      formats: ['text', 'text', 'text', 'text', 'text', 'text'],
      rows: all.map((each) => [
        each.county === '' ? t('decisions.city') : countyName(each.county),
        each.task,
        each.department,
        each.due === '' ? null : dayName(t, each.due),
        doneText(t, each, day) || t(`decisions.standing.${decisionStanding(each, day)}`),
        each.note || null,
      ]),
      over: [],
      widths: [11, 26, 17, 21, 12, 13],
    },
  }
}
