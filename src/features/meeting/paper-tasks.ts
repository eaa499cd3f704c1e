import type { TFunction } from 'i18next'
import { countyName } from '@/domain/sources/county'
import type { PaperTable } from '@/io/papers/papers'
import type { TargetValue } from '@/questions/plan/target-values'
import { coverageText, measuredScope, measuredText } from '@/store/words/measured-text'
import { OFFICE_LANGUAGE } from '@/store/words/office'
import type { MeetingData } from './bulletin'
import { itemCountHeading } from './official-tables'
import { judgedProblems, taskFacts } from './task-facts'

type Texts = TFunction<'texts'>

/** Overdue and failing items per department, as lead and as joint department, and the total, which counts each once. */
export function tasksTable({ dataset, problems }: MeetingData, t: Texts): PaperTable {
  const { total, sources, departments, pastUnknown } = judgedProblems(dataset, problems)
  const isSaid = pastUnknown > 0
  const nobody = t('meeting.nobody')
  return {
    title: t('meeting.decks.overdueBy'),
    headings: [
      t('figures.lead'),
      itemCountHeading('overdue', t),
      itemCountHeading('failing', t),
      t('meeting.leadSources'),
      t('figures.items', { what: t('meeting.jointOverdue') }),
      t('figures.items', { what: t('meeting.jointFailing') }),
      ...(isSaid ? [t('figures.items', { what: t('meeting.pastUnknown') })] : []),
    ],
    formats: ['text', 'whole', 'whole', 'whole', 'whole', 'whole', ...(isSaid ? (['whole'] as const) : [])],
    rows: departments.map(({ name, lead, joint, sources: own, pastUnknown: past }) => [
      name || nobody,
      lead.overdue,
      lead.failing,
      own,
      joint.overdue,
      joint.failing,
      ...(isSaid ? [past] : []),
    ]),
    over: [],
    // A source with several leads counts for each of them, but once in the total.
    total: [t('figures.distinct'), total.overdue, total.failing, sources, null, null, ...(isSaid ? [pastUnknown] : [])],
  }
}

/** Every numbered target of the plan: the required value, the current one with the data it rests on, and its status. */
export function targetsTable({ dataset, problems }: MeetingData, values: readonly TargetValue[], t: Texts): PaperTable {
  const { targets } = taskFacts(dataset, values, problems)
  const nameOf = (county: string) => countyName(dataset, county, OFFICE_LANGUAGE)
  return {
    title: t('meeting.decks.targets'),
    headings: [
      t('meeting.clause'),
      t('meeting.target'),
      t('meeting.aim'),
      t('meeting.now'),
      t('meeting.decks.unit'),
      t('figures.of'),
      t('meeting.decks.isMet'),
    ],
    formats: ['whole', 'text', 'text', 'number', 'text', 'text', 'text'],
    rows: targets.map((target) => {
      const { clause, what, comparison, value, unit, measured, standing } = target
      return [
        clause,
        what.zh,
        `${comparison} ${value}`,
        measured === null ? null : Number(measuredText(target, measured)),
        unit,
        measured &&
          [measuredScope(t, target, measured, nameOf), coverageText(t, measured)]
            .filter(Boolean)
            .join(t('meeting.comma')),
        t(`figures.standing.${standing}`),
      ]
    }),
    // Text as on the wall: 7.0, not 7.
    texts: targets.map((target) => {
      const said = target.measured === null ? '' : measuredText(target, target.measured)
      return ['', '', '', said, '', '', '']
    }),
    over: [],
    // Most of the text is on the data; only one unit is long.
    widths: [6, 22, 9, 9, 11, 31, 12],
    isSmall: true,
  }
}
