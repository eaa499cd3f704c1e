import type { TFunction } from 'i18next'
import { meets } from '@/domain/rules/clause'
import type { PaperTable } from '@/io/papers/papers'
import type { TargetValue } from '@/questions/target-values'
import type { MeetingData } from './bulletin'

type Texts = TFunction<'texts'>

/** What each department has overdue and failing, what it takes part in, and all of it: a problem counts once, with its lead. */
export function tasksTable({ problems }: MeetingData, t: Texts): PaperTable {
  const { departments, total, sources } = problems
  const nobody = t('meeting.nobody')
  return {
    title: t('meeting.decks.overdueBy'),
    headings: [
      t('meeting.lead'),
      t('status.overdue'),
      t('status.failing'),
      t('meeting.leadSources'),
      t('meeting.jointOverdue'),
      t('meeting.jointFailing'),
    ],
    formats: ['text', 'whole', 'whole', 'whole', 'whole', 'whole'],
    rows: departments.map(({ name, lead, joint, sources: own }) => [
      name || nobody,
      lead.overdue,
      lead.failing,
      own,
      joint.overdue,
      joint.failing,
    ]),
    over: [],
    total: [t('meeting.total'), total.overdue, total.failing, sources, null, null],
  }
}

/** Every numbered target of the plan: what is asked, how far it is, and whether that is enough. */
export function targetsTable({ dataset }: MeetingData, values: readonly TargetValue[], t: Texts): PaperTable {
  const rows = values.flatMap(({ clause, target, measured }) => {
    const found = dataset.clauses.find(({ number }) => number === clause)?.targets[target]
    if (!found) return []
    const { what, comparison, value, unit } = found
    const state = measured === null ? 'noData' : meets(found, measured.value) ? 'met' : 'notMet'
    return [
      [
        clause,
        what.zh,
        `${comparison} ${value}`,
        measured === null ? null : Number(measured.value.toFixed(2)),
        unit,
        t(`meeting.decks.${state}`),
      ],
    ]
  })
  return {
    title: t('meeting.decks.targets'),
    headings: [
      t('meeting.clause'),
      t('meeting.target'),
      t('meeting.aim'),
      t('meeting.now'),
      t('meeting.decks.unit'),
      t('meeting.decks.isMet'),
    ],
    formats: ['whole', 'text', 'text', 'number', 'text', 'text'],
    rows,
    over: [],
  }
}
