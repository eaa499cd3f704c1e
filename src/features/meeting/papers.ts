import type { TFunction } from 'i18next'
import { bulletinFields } from '@/domain/bulletin/fields'
import type { TemplateFault } from '@/domain/bulletin/template'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import type { MeetingPapers } from '@/io/papers/papers'
import { dayName } from '@/store/words/day-name'
import { monthName } from '@/store/words/month-name'
import { bulletinFacts, bulletinOf, officialOfMonth } from './bulletin'
import { paperMap } from './paper-map'
import { footnotesOf } from './paper-marks'
import { paperScenes, type SceneData } from './paper-scenes'
import { derivationTable, moversTable, rankingTable, shownMonths, yearTable } from './paper-tables'
import { targetsTable, tasksTable } from './paper-tasks'

/** All that leaves the meeting, and what is wrong with the office's own template. */
export function papersOf(
  data: SceneData,
  report: MonthReport,
  t: TFunction<'texts'>,
): { readonly papers: MeetingPapers; readonly faults: readonly TemplateFault[] } {
  const { dataset, problems } = data
  const { dustfallLimit, month, city } = report
  const facts = bulletinFacts(data, report, t)
  const { parts, faults } = bulletinOf(facts, dataset.settings.meeting?.template ?? null)
  const named = monthName(t, month)
  const tables = {
    ranking: rankingTable(facts, named, t),
    year: yearTable(facts, t),
    movers: moversTable(facts, t),
    targets: targetsTable(data, data.targets ?? [], t),
    tasks: tasksTable(data, t),
  }
  const { scenes, leftOut } = paperScenes(data, facts, tables, t)
  const classes = [
    ...new Set(dataset.provenance.filter(({ role }) => role.startsWith('dustfall')).map(({ dataClass }) => dataClass)),
  ]
  return {
    faults,
    papers: {
      title: `${facts.city}${named}${t('meeting.papersTitle')}`,
      month: named,
      note: [t('meeting.evaluatedOn', { day: dayName(t, problems.day) }), facts.dataNote].filter(Boolean).join(' · '),
      footnotes: footnotesOf(shownMonths(dataset.reports, report), facts.countyName, t),
      parts,
      fields: bulletinFields(facts),
      official: officialOfMonth(data, month),
      author: dataset.settings.meeting?.official?.office || t('meeting.decks.office', { city: facts.city }),
      facts: [
        [t('ranking.cityMean'), tenth(city.mean)],
        [t('ranking.max'), tenth(city.max)],
        [t('ranking.min'), tenth(city.min)],
        [t('ranking.overCount'), String(city.overCount)],
      ],
      scenes,
      leftOut: leftOut.length === 0 ? '' : t('meeting.decks.leftOut', { names: leftOut.join(t('meeting.comma')) }),
      ...tables,
      derivation: derivationTable(facts, t),
      dustfallLimit,
      dataClass: classes.map((each) => t(`dataClass.${each}`)).join(t('meeting.comma')),
      words: {
        limit: t('ranking.limit', { limit: dustfallLimit }),
        value: t('ranking.value'),
        unit: t('ranking.unit'),
        unitIs: t('meeting.decks.unitIs', { unit: t('ranking.unit') }),
        unitHeading: t('meeting.decks.unit'),
        map: t('meeting.scene.map'),
        marked: t('meeting.docx.marked'),
        annexNote: t('meeting.docx.annexNote'),
        annex: t('meeting.docx.annexWord'),
        over: t('ranking.over'),
        within: t('ranking.within'),
        month: t('meeting.decks.month'),
        data: t('meeting.decks.data'),
        remark: t('meeting.decks.remark'),
        notes: t('meeting.notes'),
        page: [t('handover.pageBefore'), t('handover.pageAfter')],
      },
      map: paperMap(data, report, facts.countyName, t),
      deckLook: dataset.settings.meeting?.slides?.look ?? null,
    },
  }
}
