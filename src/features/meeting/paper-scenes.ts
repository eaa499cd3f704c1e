import type { TFunction } from 'i18next'
import type { BulletinFacts } from '@/domain/bulletin/fields'
import type { IsoDay } from '@/domain/calendar'
import { lastMonths } from '@/domain/dustfall/last-months'
import { judgementDay } from '@/domain/meeting/meeting-day'
import type { PaperChart, PaperScene, PaperTable, PaperView } from '@/io/papers/papers'
import type { CountyStory } from '@/questions/month/county-story'
import type { TargetValue } from '@/questions/plan/target-values'
import { agendaOf, type CaseMonths, countyOrder, type SceneItem } from '@/store/meeting/agenda'
import { monthName } from '@/store/words/month-name'
import type { MeetingData } from './bulletin'
import { casesTables, paperHeadline } from './case-facts'
import { followedCounties } from './followed-counties'
import {
  countyHeadline,
  type Headline,
  headlineText,
  mapHeadline,
  moversHeadline,
  raceHeadline,
  rankingHeadline,
  tasksHeadline,
  tasksRemainder,
  yearHeadline,
} from './headlines'
import { moversChart, raceChart, rankingChart, tasksChart, yearChart } from './paper-charts'
import { comparedTable, dispatchTable, pointsTable } from './paper-county'
import { earlierDecisions } from './paper-decisions'
import { notJudgedUntil, taskFacts } from './task-facts'
import type { CalledWarning } from './use-warning'
import { calledNotes, calledTable, inTime, warningHeadline } from './warning-facts'
import { overTables } from './warning-over'

/** The data from which papers are made. */
export interface SceneData extends MeetingData {
  /** Progress of the plan's targets. */
  readonly targets?: readonly TargetValue[]
  /** Today; defaults to the day of `problems`. A meeting without a day of its own may be held today. */
  readonly today?: IsoDay
  /** The county in focus on the wall. */
  readonly county?: string | null
  /** What is behind that county's figure; absent or null if unknown. */
  readonly story?: CountyStory | null
  /** Pictures of pinned views, by view address. */
  readonly pictures?: ReadonlyMap<string, PaperView>
  /** Months with cases. */
  readonly caseMonths?: CaseMonths
}

/** Tables that the scenes use. */
interface Tables {
  readonly ranking: PaperTable
  readonly year: PaperTable
  readonly ranks: PaperTable
  readonly movers: PaperTable
  readonly targets: PaperTable
  readonly tasks: PaperTable
}

/** The agenda's scenes in order, and the titles of those that can't be shown on paper. */
export function paperScenes(data: SceneData, facts: BulletinFacts, tables: Tables, t: TFunction<'texts'>) {
  const leftOut: string[] = []
  const scenes = agendaOf(data.dataset, facts.report.month, data.caseMonths).flatMap((item): PaperScene[] => {
    const title = item.title ?? t(`meeting.scene.${item.scene}`)
    const content = contentOf(item, data, facts, tables, t)
    if (content === null) {
      leftOut.push(title)
      return []
    }
    const { headline, ...rest } = content
    return [{ scene: item.scene, notes: item.notes, title, ...rest, headline: headlineText(headline) }]
  })
  return { scenes, leftOut }
}

type Content = Pick<PaperScene, 'chart' | 'tables' | 'view'> & {
  readonly headline: Headline
  readonly title?: string
}

/** A scene's content; null if it can't be shown on paper. */
function contentOf(
  item: SceneItem,
  data: SceneData,
  facts: BulletinFacts,
  tables: Tables,
  t: TFunction<'texts'>,
): Content | null {
  const { report, reports, countyName } = facts
  const ground = { t, report, reports, nameOf: countyName }
  switch (item.scene) {
    case 'ranking':
      return { headline: rankingHeadline(ground), chart: rankingChart(facts, t), tables: [tables.ranking] }
    case 'map':
      return { headline: mapHeadline(ground), chart: null, tables: [] }
    case 'year':
      return {
        headline: yearHeadline(ground),
        chart: overMonths(yearChart(facts, t)),
        tables: [withMonthNote(tables.year, facts, t)],
      }
    case 'race': {
      const followed = followedCounties(
        report,
        highlightedCounty(data, facts),
        data.dataset.settings.meeting?.counties ?? [],
      )
      return {
        headline: raceHeadline(ground),
        chart: overMonths(raceChart(facts, t, followed)),
        tables: [withMonthNote(tables.ranks, facts, t)],
      }
    }
    case 'movers':
      return { headline: moversHeadline(ground), chart: moversChart(facts, t), tables: [tables.movers] }
    case 'county': {
      const county = highlightedCounty(data, facts)
      if (county === null) return null
      const dispatched =
        notJudgedUntil(data.dataset, data.problems.day) === null && data.story && data.story.worst.length > 0
          ? [dispatchTable(data.story, data.problems.day, t)]
          : []
      return {
        title: t('meeting.behind', { name: countyName(county) }),
        headline: countyHeadline(ground, county),
        chart: overMonths(yearChart(facts, t, [county])),
        tables: [
          withMonthNote(comparedTable(facts, county, t), facts, t),
          pointsTable(facts, county, t),
          ...dispatched,
        ],
      }
    }
    case 'tasks': {
      const stands = taskFacts(data.dataset, data.targets ?? [], data.problems)
      const headline = tasksHeadline({ t }, stands)
      if (stands.notJudgedUntil !== null) return { headline, chart: null, tables: [] }
      const rest = tasksRemainder({ t }, stands)
      return {
        headline,
        chart: tasksChart(data.problems, t),
        tables: [{ ...tables.targets, ...(rest && { lines: [rest] }) }, tables.tasks].filter(
          ({ rows }) => rows.length > 0,
        ),
      }
    }
    case 'decisions': {
      const { dataset, problems, today = problems.day } = data
      const day = judgementDay(dataset.settings.meeting, report.month, today)
      const { table, headline } = earlierDecisions(data, day, facts, t)
      const tables = table.rows.length > 0 ? [table] : []
      return { title: table.title, headline: { over: '', rest: headline }, chart: null, tables }
    }
    case 'warnings': {
      const { called = 'none', dataset } = data
      const codes = dataset.counties.map(({ code }) => code)
      if (called === 'none') {
        return { headline: { over: '', rest: warningHeadline(t, called) }, chart: null, tables: [] }
      }
      const all = inTime(called)
      const found = (each: CalledWarning) =>
        all.length === 1
          ? warningHeadline(t, each)
          : t('warning.scene.ofWarning', { name: each.warning.name, found: warningHeadline(t, each) })
      return {
        headline: { over: '', rest: all.map(found).join(t('ui.semicolon')) },
        chart: null,
        tables: all.flatMap((each) => {
          const notes = calledNotes(t, dataset, each, 'zh-CN')
          return [calledTable(t, each, codes, countyName, notes), ...overTables(t, each)]
        }),
      }
    }
    case 'cases': {
      const { cases = null, dataset } = data
      const codes = dataset.counties.map(({ code }) => code)
      return {
        headline: { over: '', rest: paperHeadline(t, cases) },
        chart: null,
        tables: cases ? casesTables(t, cases, codes, countyName) : [],
      }
    }
    case 'pinned': {
      const view = data.pictures?.get(item.view ?? '')
      if (!view) return null
      const title = item.title ?? t('meeting.scene.pinned')
      return { headline: { over: '', rest: title }, chart: null, tables: [], view }
    }
  }
}

/** A chart over months, if there are two to compare: a single one is a dot on an axis. */
const overMonths = (chart: PaperChart): PaperChart | null => (chart.categories.length > 1 ? chart : null)

/** The table of a scene, with a line that says why its chart over months is missing, if it is. */
function withMonthNote(table: PaperTable, { report, reports }: BulletinFacts, t: TFunction<'texts'>): PaperTable {
  if (lastMonths(reports, report).length > 1) return table
  const said = t('meeting.decks.oneMonth', { month: monthName(t, report.month) })
  return { ...table, lines: [...(table.lines ?? []), said] }
}

/** The county in focus: the chosen one, else the agenda's first, else the month's worst. */
function highlightedCounty({ dataset, county }: SceneData, { report }: BulletinFacts): string | null {
  const codes = report.rows.map((row) => row.county)
  if (county != null && codes.includes(county)) return county
  const first = dataset.settings.meeting?.counties?.length ? countyOrder(dataset, codes)[0] : undefined
  const worst = report.rows.findLast(({ figure }) => figure.value !== null)
  return first ?? worst?.county ?? codes[0] ?? null
}
