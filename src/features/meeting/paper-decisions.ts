import type { TFunction } from 'i18next'
import type { BulletinFacts } from '@/domain/bulletin/fields'
import type { IsoDay } from '@/domain/calendar'
import { decisionStanding, decisionsBefore } from '@/domain/meeting/decision'
import type { PaperTable } from '@/io/papers/papers'
import { dayName } from '@/store/words/day-name'
import type { MeetingData } from './bulletin'

const ORDER = ['late', 'open', 'done'] as const

/** What earlier meetings decided and what became of it, what is late first; and how much of it that is. */
export function earlierDecisions(
  { dataset, problems, today = problems.day }: MeetingData & { readonly today?: IsoDay },
  { report, countyName }: BulletinFacts,
  t: TFunction<'texts'>,
): { readonly table: PaperTable; readonly headline: string } {
  const all = decisionsBefore(dataset.settings.meeting?.decisions ?? [], report.month, today)
  const of = (wanted: (typeof ORDER)[number]) => all.filter((each) => decisionStanding(each, today) === wanted)
  const counts = ORDER.flatMap((standing) => {
    const { length } = of(standing)
    return length > 0 ? [`${t(`decisions.standing.${standing}`)} ${length}`] : []
  })
  return {
    headline:
      all.length === 0
        ? t('decisions.noneBefore')
        : `${t('meeting.scene.decisions')}${t('meeting.decks.colon')}${counts.join(t('meeting.comma'))}`,
    table: {
      title: t('meeting.scene.decisions'),
      headings: [
        t('decisions.county'),
        t('decisions.task'),
        t('decisions.department'),
        t('decisions.due'),
        t('decisions.state'),
        t('meeting.decks.remark'),
      ],
      formats: ['text', 'text', 'text', 'text', 'text', 'text'],
      rows: ORDER.flatMap((standing) =>
        of(standing).map((each) => [
          each.county === '' ? t('decisions.city') : countyName(each.county),
          each.task,
          each.department,
          each.due === '' ? null : dayName(t, each.due),
          t(`decisions.standing.${standing}`),
          each.note || null,
        ]),
      ),
      over: [],
    },
  }
}
