import type { TFunction } from 'i18next'
import type { BulletinFacts } from '@/domain/bulletin/fields'
import { lastMonths } from '@/domain/dustfall/last-months'
import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'
import type { PaperChart, PaperSeries } from '@/io/papers/papers'
import type { MonthProblems } from '@/questions/month-problems'
import { valuesOf } from './paper-tables'

type Texts = TFunction<'texts'>

/** More lines in colour than these are not told apart. */
const MOST_LINES = 3
const MOST_DEPARTMENTS = 12

const limitOf = ({ dustfallLimit }: MonthReport, t: Texts) => ({
  value: dustfallLimit,
  name: t('ranking.limit', { limit: dustfallLimit }),
})

/** The month's figures, the lowest first, as they are ranked. */
export function rankingChart({ report, countyName }: BulletinFacts, t: Texts): PaperChart {
  const known = report.rows.filter(({ figure }) => figure.value !== null)
  return {
    type: 'bars',
    unit: t('ranking.unit'),
    categories: known.map(({ county }) => countyName(county)),
    series: [{ name: t('ranking.value'), role: 'main', values: known.map(({ figure }) => figure.value) }],
    over: known.map(({ over }) => over),
    limit: limitOf(report, t),
  }
}

/** The counties that a chart over months sets off: those over the limit, the worst first; else the worst. */
function spokenOf({ rows }: MonthReport): readonly string[] {
  const worstFirst = rows.filter(({ figure }) => figure.value !== null).toReversed()
  const over = worstFirst.filter((row) => row.over)
  return (over.length > 0 ? over : worstFirst.slice(0, 1)).slice(0, MOST_LINES).map(({ county }) => county)
}

/** All counties' series, those spoken of first and set off. */
function seriesOf(
  { report, countyName }: BulletinFacts,
  main: readonly string[],
  values: (county: string) => readonly (number | null)[],
): PaperSeries[] {
  const others = report.rows.map(({ county }) => county).filter((county) => !main.includes(county))
  const series = (role: PaperSeries['role']) => (county: string) => ({
    name: countyName(county),
    role,
    values: values(county),
  })
  return [...main.map(series('main')), ...others.map(series('behind'))]
}

/** The last months of the counties spoken of, against the city and the limit. */
export function yearChart(facts: BulletinFacts, t: Texts, main = spokenOf(facts.report)): PaperChart {
  const months = lastMonths(facts.reports, facts.report)
  return {
    type: 'lines',
    unit: t('ranking.unit'),
    categories: months.map(({ month }) => month),
    series: [
      ...seriesOf(facts, main, (county) => valuesOf(months, county)),
      { name: t('meeting.city'), role: 'city', values: months.map(({ city }) => city.mean) },
    ],
    over: [],
    limit: limitOf(facts.report, t),
  }
}

/** The ranks of the last months; those that moved most against the month before are set off. */
export function raceChart(facts: BulletinFacts, t: Texts): PaperChart {
  const { report, reports } = facts
  const months = lastMonths(reports, report)
  const moved = ({ rank, lastMonthRank }: RankedCounty) =>
    rank === null || lastMonthRank === null ? 0 : Math.abs(rank - lastMonthRank)
  const main = [...report.rows]
    .sort((a, b) => moved(b) - moved(a))
    .slice(0, MOST_LINES)
    .map(({ county }) => county)
  const ranksOf = (county: string) => months.map(({ rows }) => rows.find((row) => row.county === county)?.rank ?? null)
  return {
    type: 'ranks',
    unit: t('ranking.rank'),
    categories: months.map(({ month }) => month),
    series: seriesOf(facts, main, ranksOf),
    over: [],
    limit: null,
  }
}

/** Last year's month beside this one, the greatest improvement first; counties without either are left out. */
export function moversChart({ report, countyName }: BulletinFacts, t: Texts): PaperChart {
  const rows = report.rows
    .filter(({ figure, lastYear }) => figure.value !== null && lastYear !== null)
    .sort((a, b) => a.improvementRank! - b.improvementRank!)
  return {
    type: 'pairs',
    unit: t('ranking.unit'),
    categories: rows.map(({ county }) => countyName(county)),
    series: [
      { name: t('ranking.lastYear'), role: 'before', values: rows.map(({ lastYear }) => lastYear) },
      { name: t('ranking.value'), role: 'main', values: rows.map(({ figure }) => figure.value) },
    ],
    over: rows.map(({ over }) => over),
    limit: limitOf(report, t),
  }
}

/** What each department leads that is overdue or fails; those with most first. */
export function tasksChart({ departments }: MonthProblems, t: Texts): PaperChart {
  const rows = departments.filter(({ lead }) => lead.overdue + lead.failing > 0).slice(0, MOST_DEPARTMENTS)
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
