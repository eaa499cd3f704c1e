import type { TFunction } from 'i18next'
import { MINUTES_TEMPLATE, minutesFields, minutesTables, PRESENT } from '@/domain/bulletin/minutes'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { agendaOf } from './agenda'
import { bulletinFacts } from './bulletin'
import { headlineText, rankingHeadline } from './headlines'
import { decidedTable } from './official-tables'
import { earlierDecisions } from './paper-decisions'
import type { SceneData } from './paper-scenes'
import { type WrittenPaper, writtenPaper } from './written-paper'

/** 会议纪要: what the meeting of a month went through and decided, as of its day. */
export function minutesPaper(data: SceneData, report: MonthReport, t: TFunction<'texts'>): WrittenPaper {
  const { month } = report
  const facts = bulletinFacts(data, report, t)
  const decided = (data.dataset.settings.meeting?.decisions ?? []).filter((each) => each.month === month)
  // Where more is added afterwards the meeting was still on the first of these days.
  const day = decided.map(({ decidedOn }) => decidedOn).sort()[0] ?? null
  const earlier = earlierDecisions(day === null ? data : { ...data, today: day }, facts, t)
  const { reports, countyName } = facts
  const found = headlineText(rankingHeadline({ t, report, reports, nameOf: countyName }))
  const own = agendaOf(data.dataset, month).find(({ scene }) => scene === 'ranking')?.headlines?.[month]
  const fields = minutesFields(facts, {
    day,
    headline: own || found,
    earlier: earlier.sentence,
    decided: decided.length,
  })
  const tables = minutesTables(decidedTable(decided, facts, t), earlier.table)
  const made = writtenPaper('minutes', MINUTES_TEMPLATE, fields, tables, data, report, t)
  const present = PRESENT.map((name) => ({ type: 'named', name, text: '' }) as const)
  return { ...made, paper: { ...made.paper, blocks: [...made.paper.blocks, ...present] } }
}
