import type { TFunction } from 'i18next'
import { type BulletinFacts, DERIVATION_COLUMNS, derivationRows } from '@/domain/bulletin/fields'
import { lastMonths } from '@/domain/dustfall/last-months'
import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'
import { RANKING_COLUMNS, rankingCells, rankingText } from '@/domain/dustfall/ranking-table'
import { tenth } from '@/domain/dustfall/rounding'
import { overStreak } from '@/domain/dustfall/streak'
import { yearTarget } from '@/domain/dustfall/year-target'
import type { PaperTable } from '@/io/papers/papers'
import type { MeetingData } from './bulletin'
import { streakText } from './streak-text'

type Texts = TFunction<'texts'>

const MONTHS_OF_A_YEAR = 12

/** The counties by rank, as the office publishes them. */
export function rankingTable({ report, countyName }: BulletinFacts, monthName: string, t: Texts): PaperTable {
  const words = { over: t('ranking.over'), within: t('ranking.within') }
  return {
    title: `${monthName}${t('meeting.scene.ranking')}`,
    headings: RANKING_COLUMNS.map((column) => t(`meeting.column.${column}`)),
    formats: RANKING_COLUMNS.map((column) =>
      column === 'county' || column === 'over' ? 'text' : /rank$/i.test(column) ? 'whole' : 'tenth',
    ),
    rows: rankingCells(report, countyName).map((cells) =>
      RANKING_COLUMNS.map((column) => {
        const value = cells[column]
        return typeof value === 'boolean' ? rankingText(column, value, words) : value
      }),
    ),
    over: overOf(report),
  }
}

/** The last months of each county side by side, and the mean of the year so far. */
export function yearTable({ report, reports, countyName }: BulletinFacts, t: Texts): PaperTable {
  const months = lastMonths(reports, report)
  return {
    title: t('meeting.scene.year'),
    headings: [t('ranking.county'), ...months.map(({ month }) => month), t('ranking.accumulated')],
    formats: ['text', ...months.map(() => 'tenth' as const), 'tenth'],
    rows: report.rows.map(({ county, accumulated }) => [countyName(county), ...valuesOf(months, county), accumulated]),
    over: overOf(report),
  }
}

/** The counties by how far they have improved, and what the rest of the year may still bring. */
export function moversTable({ report, reports, countyName }: BulletinFacts, t: Texts): PaperTable {
  const remaining = MONTHS_OF_A_YEAR - Number(report.month.slice(5))
  const restOfYear = ({ accumulatedOf }: RankedCounty): string => {
    const target = yearTarget(
      accumulatedOf.map(({ value }) => value),
      remaining,
      report.dustfallLimit,
    )
    if (target.state === 'open') return t('meeting.atMost', { value: tenth(target.highest) })
    if (target.state === 'missed') return t('meeting.missed')
    return t(target.over ? 'ranking.over' : 'ranking.within')
  }
  return {
    title: t('meeting.scene.movers'),
    headings: [
      t('ranking.improvement'),
      t('ranking.county'),
      t('ranking.yoy'),
      t('ranking.mom'),
      t('meeting.streak'),
      t('meeting.rest', { count: remaining }),
    ],
    formats: ['whole', 'text', 'tenth', 'tenth', 'text', 'text'],
    rows: [...report.rows]
      .sort((a, b) => (a.improvementRank ?? Infinity) - (b.improvementRank ?? Infinity))
      .map((row) => [
        row.improvementRank,
        countyName(row.county),
        row.yearOnYear,
        row.monthOnMonth,
        streakText(t, overStreak(reports, row.county, report.month)) || null,
        restOfYear(row),
      ]),
    over: [],
  }
}

/** What each department has overdue and failing, what it takes part in, and all of it: a problem counts once, with its lead. */
export function tasksTable({ problems }: MeetingData, t: Texts): PaperTable {
  const { departments, total, sources } = problems
  const nobody = t('meeting.nobody')
  return {
    title: t('meeting.scene.tasks'),
    headings: [
      t('meeting.lead'),
      t('status.overdue'),
      t('status.failing'),
      t('meeting.leadSources'),
      t('meeting.jointOverdue'),
      t('meeting.jointFailing'),
    ],
    formats: ['text', 'whole', 'whole', 'whole', 'whole', 'whole'],
    rows: [
      ...departments.map(({ name, lead, joint, sources: own }) => [
        name || nobody,
        lead.overdue,
        lead.failing,
        own,
        joint.overdue,
        joint.failing,
      ]),
      [t('meeting.total'), total.overdue, total.failing, sources, null, null],
    ],
    over: [],
  }
}

/** How each figure came about. */
export function derivationTable(facts: BulletinFacts, t: Texts): PaperTable {
  return {
    title: t('meeting.derivation'),
    headings: DERIVATION_COLUMNS.map(([heading]) => heading),
    formats: DERIVATION_COLUMNS.map(([, format]) => format),
    rows: derivationRows(facts),
    over: [],
  }
}

/** A county's value in each of some months; null where it has none. */
export const valuesOf = (months: readonly MonthReport[], county: string) =>
  months.map(({ rows }) => rows.find((row) => row.county === county)?.figure.value ?? null)

const overOf = ({ rows }: MonthReport) => rows.map(({ over }) => over)
