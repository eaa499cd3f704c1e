import type { TFunction } from 'i18next'
import type { BulletinFacts } from '@/domain/bulletin/fields'
import { addMonths } from '@/domain/calendar'
import { lastMonths } from '@/domain/dustfall/last-months'
import { countyLimit } from '@/domain/dustfall/limit-of'
import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'
import type { ChartLimit, PaperChart, PaperSeries } from '@/io/papers/papers'
import type { MonthProblems } from '@/questions/month/month-problems'
import { limitText } from '@/store/words/limit-text'
import { figureNotes } from './figure-remarks'
import { moversOf } from './movers'
import { valuesOf } from './paper-tables'

type Texts = TFunction<'texts'>

/** Most lines in colour that readers can tell apart. */
const MAX_LINES = 3

/** A chart's limits, one per category; `months` are the months that the chart covers. */
function limitsOf(each: readonly number[], months: readonly MonthReport[], t: Texts): ChartLimit {
  const limits = [...new Set(each)]
  return {
    said: limitText(t, ...months),
    lines: limits.map((limit) => ({
      name: t('ranking.limit', { limit }),
      values: each.map((of) => (of === limit ? limit : null)),
    })),
  }
}
const ofRows = (rows: readonly RankedCounty[]) => rows.map(({ dustfallLimit }) => dustfallLimit)

/** The month's figures in ranking order, lowest first. */
export function rankingChart({ report, countyName }: BulletinFacts, t: Texts): PaperChart {
  const { ofFigure } = figureNotes(report, countyName, t)
  const known = report.rows.filter(({ figure }) => figure.value !== null)
  return {
    type: 'bars',
    unit: t('ranking.unit'),
    categories: known.map(({ county }) => countyName(county)),
    series: [
      {
        name: t('ranking.value'),
        role: 'main',
        values: known.map(({ figure }) => figure.value),
        notes: known.map(({ county }) => ofFigure(report, county)),
      },
    ],
    over: known.map(({ over }) => over),
    limit: limitsOf(ofRows(known), [report], t),
  }
}

/** The counties that a chart over months highlights: those over the limit, worst first; if none, the worst county. */
function highlightedCounties({ rows }: MonthReport): readonly string[] {
  const worstFirst = rows.filter(({ figure }) => figure.value !== null).toReversed()
  const over = worstFirst.filter((row) => row.over)
  return (over.length > 0 ? over : worstFirst.slice(0, 1)).slice(0, MAX_LINES).map(({ county }) => county)
}

/** All counties' series over months; those in `main` come first and are highlighted. */
function seriesOf(
  { report, countyName }: BulletinFacts,
  months: readonly MonthReport[],
  main: readonly string[],
  values: (county: string) => readonly (number | null)[],
  t: Texts,
): PaperSeries[] {
  const { ofFigure } = figureNotes(report, countyName, t)
  const others = report.rows.map(({ county }) => county).filter((county) => !main.includes(county))
  const series = (role: PaperSeries['role']) => (county: string) => ({
    name: countyName(county),
    role,
    values: values(county),
    notes: months.map((each) => ofFigure(each, county)),
  })
  return [...main.map(series('main')), ...others.map(series('behind'))]
}

/** The last months of the highlighted counties, against the city and the limit. */
export function yearChart(facts: BulletinFacts, t: Texts, main = highlightedCounties(facts.report)): PaperChart {
  const months = lastMonths(facts.reports, facts.report)
  const [only, ...others] = main
  // For a single county, its own limit in each month; for several, the limit of most counties.
  const limitIn = (month: MonthReport) =>
    only !== undefined && others.length === 0 ? countyLimit(month, only) : month.dustfallLimit
  return {
    type: 'lines',
    unit: t('ranking.unit'),
    categories: months.map(({ month }) => month),
    series: [
      ...seriesOf(facts, months, main, (county) => valuesOf(months, county), t),
      { name: t('meeting.city'), role: 'city', values: months.map(({ city }) => city.mean) },
    ],
    over: [],
    limit: limitsOf(months.map(limitIn), months, t),
  }
}

/** Ranks of the last months; followed counties are highlighted. */
export function raceChart(facts: BulletinFacts, t: Texts, followed: readonly string[]): PaperChart {
  const { report, reports } = facts
  const months = lastMonths(reports, report)
  const ranksOf = (county: string) => months.map(({ rows }) => rows.find((row) => row.county === county)?.rank ?? null)
  return {
    type: 'ranks',
    unit: t('ranking.rank'),
    categories: months.map(({ month }) => month),
    series: seriesOf(facts, months, followed, ranksOf, t),
    over: [],
    limit: null,
  }
}

/** The same month last year beside this one, greatest improvement first; counties lacking either are left out. */
export function moversChart({ report, reports, countyName }: BulletinFacts, t: Texts): PaperChart {
  const { ofFigure } = figureNotes(report, countyName, t)
  const yearAgo = reports.find(({ month }) => month === addMonths(report.month, -12))
  const rows = moversOf(report, reports)
    .map(({ row }) => row)
    .filter(({ improvementRank }) => improvementRank !== null)
  return {
    type: 'pairs',
    unit: t('ranking.unit'),
    categories: rows.map(({ county }) => countyName(county)),
    series: [
      {
        name: t('ranking.lastYear'),
        role: 'before',
        values: rows.map(({ lastYear }) => lastYear),
        notes: rows.map(({ county }) => ofFigure(yearAgo, county)),
      },
      {
        name: t('ranking.value'),
        role: 'main',
        values: rows.map(({ figure }) => figure.value),
        notes: rows.map(({ county }) => ofFigure(report, county)),
      },
    ],
    over: rows.map(({ over }) => over),
    // The line shows this month's limit; a different limit last year is given in the text.
    limit: limitsOf(ofRows(rows), [...(yearAgo ? [yearAgo] : []), report], t),
  }
}

/** Overdue and failing items per lead department, most overdue first. */
export function tasksChart({ departments }: MonthProblems, t: Texts): PaperChart {
  const rows = departments.filter(({ lead }) => lead.overdue + lead.failing > 0)
  return {
    type: 'stacked',
    unit: t('meeting.decks.items'),
    categories: rows.map(({ name }) => name || t('meeting.nobody')),
    series: [
      { name: t('status.overdue'), role: 'overdue', values: rows.map(({ lead }) => lead.overdue) },
      { name: t('status.failing'), role: 'failing', values: rows.map(({ lead }) => lead.failing) },
    ],
    over: [],
    limit: null,
  }
}
