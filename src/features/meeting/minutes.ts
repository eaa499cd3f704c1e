import type { TFunction } from 'i18next'
import {
  ATTENDANCE_LINES,
  MINUTES_TEMPLATE,
  minutesFields,
  minutesTables,
  withDataNote,
} from '@/domain/bulletin/minutes'
import { FOOTNOTE_MARK } from '@/domain/dustfall/figure-marks'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { judgementDay, meetingDay } from '@/domain/meeting/meeting-day'
import { agendaOf } from '@/store/meeting/agenda'
import { bulletinFacts, madeUpNote } from './bulletin'
import { headlineText, rankingHeadline } from './headlines'
import { decidedTable } from './official-tables'
import { earlierDecisions } from './paper-decisions'
import type { SceneData } from './paper-scenes'
import { type WrittenPaper, writtenPaper } from './written-paper'

/** 会议纪要: what a month's meeting reviewed and decided, as of its day. */
export function minutesPaper(data: SceneData, report: MonthReport, t: TFunction<'texts'>): WrittenPaper {
  const { month } = report
  const { dataset, problems, today = problems.day } = data
  const facts = bulletinFacts(data, report, t, 'minutes')
  const { meeting } = dataset.settings
  const decided = (meeting?.decisions ?? []).filter((each) => each.month === month)
  const earlier = earlierDecisions(data, judgementDay(meeting, month, today), facts, t)
  const held = meeting?.held?.[month]
  const { reports, countyName } = facts
  // Minutes have no notes to which a mark could refer.
  const found = headlineText(rankingHeadline({ t, report, reports, nameOf: countyName })).replaceAll(FOOTNOTE_MARK, '')
  const own = agendaOf(dataset, month).find(({ scene }) => scene === 'ranking')?.headlines?.[month]
  const fields = minutesFields(facts, {
    day: meetingDay(meeting, month, today),
    place: held?.place ?? '',
    chair: held?.chair ?? '',
    headline: own || found,
    earlier: earlier.sentence,
    decided: decided.length,
  })
  const tables = minutesTables(decidedTable(decided, facts, t), earlier.table)
  const made = writtenPaper('minutes', MINUTES_TEMPLATE, fields, tables, data, report, t)
  const present = ATTENDANCE_LINES.map((name) => ({ type: 'named', name, text: '' }) as const)
  return {
    paper: { ...made.paper, blocks: [...made.paper.blocks, ...present] },
    data: withDataNote(made.data, madeUpNote(data, 'bulletin', t)),
  }
}
