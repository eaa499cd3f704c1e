import type { TFunction } from 'i18next'
import { correctionTitle } from '@/domain/bulletin/correction-title'
import { bulletinFields } from '@/domain/bulletin/fields'
import type { TemplateFault } from '@/domain/bulletin/template'
import { markedExtreme } from '@/domain/dustfall/figure-marks'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import type { MeetingPapers } from '@/io/papers/papers'
import { classTextOfConverted } from '@/store/words/class-text'
import { dayName } from '@/store/words/day-name'
import { limitText } from '@/store/words/limit-text'
import { monthName } from '@/store/words/month-name'
import { authorOf, bulletinFacts, bulletinOf, madeUpNote, officialOfMonth, shortMadeUpNote } from './bulletin'
import { casesTable } from './case-facts'
import { dustfallProvenance } from './dustfall-classes'
import { paperMap } from './paper-map'
import { paperScenes, type SceneData } from './paper-scenes'
import { derivationTable, moversTable, rankingTable, ranksTable, yearTable } from './paper-tables'
import { targetsTable, tasksTable } from './paper-tasks'
import { notJudgedUntil } from './task-facts'
import { warningsTable } from './warning-facts'

/** Everything the meeting hands out, and the faults of the office's own template. */
export function papersOf(
  data: SceneData,
  report: MonthReport,
  t: TFunction<'texts'>,
): { readonly papers: MeetingPapers; readonly faults: readonly TemplateFault[] } {
  const { dataset } = data
  const { month, city } = report
  const facts = bulletinFacts(data, report, t)
  const { parts, faults } = bulletinOf(facts, dataset.settings.meeting?.template ?? null)
  const named = monthName(t, month)
  const ranking = rankingTable(facts, named, t)
  const tables = {
    ranking: { ...ranking, title: correctionTitle(ranking.title, report) },
    year: yearTable(facts, t),
    movers: moversTable(facts, t),
    targets: targetsTable(data, data.targets ?? [], t),
    tasks: tasksTable(data, t),
  }
  const { scenes, leftOut } = paperScenes(data, facts, { ...tables, ranks: ranksTable(facts, t) }, t)
  return {
    faults,
    papers: {
      title: correctionTitle(`${facts.city}${named}${t('meeting.papersTitle')}`, report),
      month: named,
      note: [judgedOn(data, t), madeUpNote(data, 'scenes', t)].filter(Boolean).join(' · '),
      footer: [judgedOn(data, t), shortMadeUpNote(data, 'scenes', t)].filter(Boolean).join(' · '),
      parts,
      fields: bulletinFields(facts),
      official: officialOfMonth(dataset, month),
      author: authorOf(dataset, t),
      facts: [
        [t('ranking.cityMean'), tenth(city.mean)],
        [t('ranking.max'), markedExtreme(report.rows, city.max)],
        [t('ranking.min'), markedExtreme(report.rows, city.min)],
        [t('ranking.overCount'), String(city.overCount)],
      ],
      scenes,
      leftOut: leftOut.length === 0 ? '' : t('meeting.decks.leftOut', { names: leftOut.join(t('meeting.comma')) }),
      ...tables,
      derivation: derivationTable(facts, t),
      warnings: warningsTable(t, data.called),
      cases: casesTable(
        t,
        data.cases ?? null,
        dataset.counties.map(({ code }) => code),
        facts.countyName,
      ),
      dataClass: classTextOfConverted(t, (text) => text, dustfallProvenance(dataset)),
      words: {
        limit: limitText(t, report),
        unit: t('ranking.unit'),
        unitIs: t('meeting.decks.unitIs', { unit: t('ranking.unit') }),
        unitHeading: t('meeting.decks.unit'),
        over: t('ranking.over'),
        within: t('ranking.within'),
        month: t('meeting.decks.month'),
        data: t('meeting.decks.data'),
        remark: t('meeting.decks.remark'),
        figureNotes: t('meeting.marks.heading'),
        contents: t('meeting.decks.contents'),
        page: [t('handover.pageBefore'), t('handover.pageAfter')],
      },
      map: paperMap(data, report, facts.countyName, t),
      deckLook: dataset.settings.meeting?.slides?.look ?? null,
    },
  }
}

/** The day on which problems are judged; for a month before the plan took effect, a note that nothing is judged. */
function judgedOn({ dataset, problems }: SceneData, t: TFunction<'texts'>): string {
  const until = notJudgedUntil(dataset, problems.day)
  return until === null
    ? t('meeting.evaluatedOn', { day: dayName(t, problems.day) })
    : t('figures.notJudged', { day: dayName(t, until) })
}
