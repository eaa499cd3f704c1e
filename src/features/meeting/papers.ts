import type { TFunction } from 'i18next'
import { bulletinFields } from '@/domain/bulletin/fields'
import type { TemplateFault } from '@/domain/bulletin/template'
import { lastMonths } from '@/domain/dustfall/last-months'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import type { MeetingPapers } from '@/io/papers/papers'
import { monthName } from '@/store/words/month-name'
import { bulletinFacts, bulletinOf, type MeetingData, officialOfMonth } from './bulletin'
import { paperMap } from './paper-map'
import { derivationTable, moversTable, rankingTable, tasksTable, valuesOf, yearTable } from './paper-tables'

/** All that leaves the meeting, and what is wrong with the office's own template. */
export function papersOf(
  data: MeetingData,
  report: MonthReport,
  t: TFunction<'texts'>,
): { readonly papers: MeetingPapers; readonly faults: readonly TemplateFault[] } {
  const { dataset, problems } = data
  const { dustfallLimit, month, rows, city } = report
  const facts = bulletinFacts(data, report, t)
  const { parts, faults } = bulletinOf(facts, dataset.settings.meeting?.template ?? null)
  const named = monthName(t, month)
  const months = lastMonths(dataset.reports, report)
  const figure = (value: number | null) => tenth(value)
  return {
    faults,
    papers: {
      title: `${facts.city}${named}${t('meeting.papersTitle')}`,
      month: named,
      note: [t('meeting.evaluatedOn', { day: problems.day }), facts.dataNote].filter(Boolean).join(' · '),
      parts,
      fields: bulletinFields(facts),
      official: officialOfMonth(data, month),
      author: dataset.settings.meeting?.official?.office || facts.city,
      facts: [
        [t('ranking.cityMean'), figure(city.mean)],
        [t('ranking.max'), figure(city.max)],
        [t('ranking.min'), figure(city.min)],
        [t('ranking.overCount'), String(city.overCount)],
      ],
      ranking: rankingTable(facts, named, t),
      year: yearTable(facts, t),
      movers: moversTable(facts, t),
      tasks: tasksTable(data, t),
      derivation: derivationTable(facts, t),
      dustfallLimit,
      words: {
        limit: t('ranking.limit', { limit: dustfallLimit }),
        value: t('ranking.value'),
        unit: t('ranking.unit'),
        map: t('meeting.scene.map'),
        unitIs: t('meeting.docx.unitIs'),
        marked: t('meeting.docx.marked'),
        annexNote: t('meeting.docx.annexNote'),
        annex: t('meeting.docx.annexWord'),
        page: [t('handover.pageBefore'), t('handover.pageAfter')],
      },
      months: months.map((each) => each.month),
      lines: rows.map(({ county }) => ({ name: facts.countyName(county), values: valuesOf(months, county) })),
      map: paperMap(data, report, facts.countyName),
    },
  }
}
