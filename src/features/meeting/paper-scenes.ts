import type { TFunction } from 'i18next'
import { type BulletinFacts, DERIVATION_COLUMNS, derivationRows } from '@/domain/bulletin/fields'
import type { IsoDay } from '@/domain/calendar'
import { meets } from '@/domain/rules/clause'
import type { PaperPicture, PaperScene, PaperTable } from '@/io/papers/papers'
import type { TargetValue } from '@/questions/target-values'
import { monthName } from '@/store/words/month-name'
import { agendaOf, countyOrder, type SceneItem } from './agenda'
import type { MeetingData } from './bulletin'
import {
  countyHeadline,
  type Headline,
  headlineText,
  mapHeadline,
  moversHeadline,
  raceHeadline,
  rankingHeadline,
  tasksHeadline,
  yearHeadline,
} from './headlines'
import { moversChart, raceChart, rankingChart, tasksChart, yearChart } from './paper-charts'
import { earlierDecisions } from './paper-decisions'

/** What papers need beyond the figures. */
export interface SceneData extends MeetingData {
  /** How far the plan's targets are. */
  readonly targets?: readonly TargetValue[]
  /** The day of the meeting: that of the month's end where it is not given. */
  readonly today?: IsoDay
  /** The county that the wall speaks of. */
  readonly county?: string | null
  /** Pinned views as they were seen, by their place in the agenda. */
  readonly pictures?: ReadonlyMap<number, PaperPicture>
}

/** The tables that scenes are made with. */
interface Tables {
  readonly ranking: PaperTable
  readonly year: PaperTable
  readonly movers: PaperTable
  readonly targets: PaperTable
  readonly tasks: PaperTable
}

/** The scenes of the agenda in its order, and the names of those that no paper can show. */
export function paperScenes(data: SceneData, facts: BulletinFacts, tables: Tables, t: TFunction<'texts'>) {
  const leftOut: string[] = []
  const scenes = agendaOf(data.dataset, facts.report.month).flatMap((item, at): PaperScene[] => {
    const title = item.title ?? t(`meeting.scene.${item.scene}`)
    const content = contentOf(item, at, data, facts, tables, t)
    if (content === null) {
      leftOut.push(title)
      return []
    }
    const { headline, ...rest } = content
    return [{ scene: item.scene, notes: item.notes, title, ...rest, headline: headlineText(headline) }]
  })
  return { scenes, leftOut }
}

type Content = Pick<PaperScene, 'chart' | 'tables' | 'picture'> & {
  readonly headline: Headline
  readonly title?: string
}

/** What a scene shows; null where a paper cannot show it. */
function contentOf(
  item: SceneItem,
  at: number,
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
      return { headline: yearHeadline(ground), chart: yearChart(facts, t), tables: [tables.year] }
    case 'race':
      return { headline: raceHeadline(ground), chart: raceChart(facts, t), tables: [] }
    case 'movers':
      return { headline: moversHeadline(ground), chart: moversChart(facts, t), tables: [tables.movers] }
    case 'county': {
      const county = spokenOf(data, facts)
      if (county === null) return null
      return {
        title: t('meeting.behind', { name: countyName(county) }),
        headline: countyHeadline(ground, county),
        chart: yearChart(facts, t, [county]),
        tables: [pointsTable(facts, county, t)],
      }
    }
    case 'tasks': {
      const known = (data.targets ?? []).filter(({ measured }) => measured !== null)
      const met = known.filter(({ clause, target, measured }) => {
        const found = data.dataset.clauses.find(({ number }) => number === clause)?.targets[target]
        return found !== undefined && meets(found, measured!.value)
      })
      const { total } = data.problems
      return {
        headline: tasksHeadline({ t }, { met: met.length, targets: known.length, overdue: total.overdue }),
        chart: tasksChart(data.problems, t),
        tables: [tables.targets, tables.tasks].filter(({ rows }) => rows.length > 0),
      }
    }
    case 'decisions': {
      const { table, headline } = earlierDecisions(data, facts, t)
      return { headline: { over: '', rest: headline }, chart: null, tables: table.rows.length > 0 ? [table] : [] }
    }
    case 'pinned': {
      const picture = data.pictures?.get(at)
      if (!picture) return null
      const title = item.title ?? t('meeting.scene.pinned')
      return { headline: { over: '', rest: title }, chart: null, tables: [], picture }
    }
  }
}

/** The county that is spoken of: the chosen one, the first of the agenda, or the worst of the month. */
function spokenOf({ dataset, county }: SceneData, { report }: BulletinFacts): string | null {
  const codes = report.rows.map((row) => row.county)
  if (county != null && codes.includes(county)) return county
  const first = dataset.settings.meeting?.counties?.length ? countyOrder(dataset, codes)[0] : undefined
  const worst = report.rows.findLast(({ figure }) => figure.value !== null)
  return first ?? worst?.county ?? codes[0] ?? null
}

/** The points that one county's figure is the mean of. */
function pointsTable(facts: BulletinFacts, county: string, t: TFunction<'texts'>): PaperTable {
  const rows = facts.report.rows.filter((row) => row.county === county)
  const columns = DERIVATION_COLUMNS.map(([heading, format], i) => ({ heading, format, i })).slice(1, 4)
  return {
    title: `${facts.countyName(county)} ${monthName(t, facts.report.month)}${t('meeting.points')}`,
    headings: columns.map(({ heading }) => heading),
    formats: columns.map(({ format }) => format),
    rows: derivationRows({ ...facts, report: { ...facts.report, rows } }).map((row) => columns.map(({ i }) => row[i]!)),
    over: [],
  }
}
