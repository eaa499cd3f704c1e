import type { TFunction } from 'i18next'
import { type BulletinFacts, DERIVATION_COLUMNS, derivationRows } from '@/domain/bulletin/fields'
import { addMonths, type Month } from '@/domain/calendar'
import { lastMonths } from '@/domain/dustfall/last-months'
import { exceedsLimit } from '@/domain/dustfall/limit'
import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'
import { RANKING_COLUMNS, type RankingColumn, rankingCells, rankingText } from '@/domain/dustfall/ranking-table'
import { overStreak } from '@/domain/dustfall/streak'
import { yearTarget } from '@/domain/dustfall/year-target'
import type { PaperCell, PaperTable } from '@/io/papers/papers'
import { dustfallClass } from '@/layers/dustfall-scale'
import { paletteOf } from '@/layers/palette'
import { isMarked, remarkOf } from './paper-marks'
import { restText } from './rest-text'
import { streakText } from './streak-text'

type Texts = TFunction<'texts'>

const MONTHS_OF_A_YEAR = 12

/** The counties by rank, as the office publishes them, and the city below. */
export function rankingTable({ report, reports, countyName }: BulletinFacts, monthName: string, t: Texts): PaperTable {
  const words = { over: t('ranking.over'), within: t('ranking.within') }
  const { rows, city, month, dustfallLimit } = report
  const before = reports.find((each) => each.month === addMonths(month, -1))
  const yearAgo = reports.find((each) => each.month === addMonths(month, -MONTHS_OF_A_YEAR))
  const from: Partial<Record<RankingColumn, MonthReport | undefined>> = {
    value: report,
    lastMonth: before,
    lastYear: yearAgo,
  }
  const ofCity: Partial<Record<RankingColumn, PaperCell>> = {
    county: t('meeting.decks.city'),
    value: city.mean,
    lastMonth: city.lastMonth,
    monthOnMonth: city.monthOnMonth,
    lastYear: city.lastYear,
    yearOnYear: city.yearOnYear,
    over: city.mean === null ? null : exceedsLimit(city.mean, dustfallLimit) ? words.over : words.within,
  }
  return {
    title: `${monthName}${t('meeting.scene.ranking')}`,
    unit: t('meeting.decks.unitIs', { unit: t('ranking.unit') }),
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
    over: rows.map(({ over }) => over),
    overCells: rows.map((row) => {
      const ofMonth: readonly RankingColumn[] = ['rank', 'county', 'value', 'over']
      const isOver = (value: number | null) => value !== null && exceedsLimit(value, dustfallLimit)
      return RANKING_COLUMNS.map((column) =>
        column === 'lastMonth' || column === 'lastYear' || column === 'accumulated'
          ? isOver(row[column])
          : row.over && ofMonth.includes(column),
      )
    }),
    marked: rows.map(({ county }) => RANKING_COLUMNS.map((column) => isMarkedIn(from[column], county))),
    remarks: rows.map(({ figure }) => remarkOf(figure, t)),
    total: RANKING_COLUMNS.map((column) => ofCity[column] ?? null),
  }
}

/** The last months of each county side by side, and the mean of the year so far: each figure by its own month. */
export function yearTable({ report, reports, countyName }: BulletinFacts, t: Texts): PaperTable {
  const months = lastMonths(reports, report)
  const { dustfallLimit } = report
  const colours = paletteOf('light').dustfall
  const rows = report.rows.map(({ county, accumulated }) => [...valuesOf(months, county), accumulated])
  return {
    title: t('meeting.scene.year'),
    unit: t('meeting.decks.unitIs', { unit: t('ranking.unit') }),
    headings: [t('ranking.county'), ...months.map(({ month }) => month), t('ranking.accumulated')],
    formats: ['text', ...months.map(() => 'tenth' as const), 'tenth'],
    rows: rows.map((values, i) => [countyName(report.rows[i]!.county), ...values]),
    over: [],
    overCells: rows.map((values) => [
      false,
      ...values.map((value) => value !== null && exceedsLimit(value, dustfallLimit)),
    ]),
    marked: report.rows.map(({ county }) => [false, ...months.map((each) => isMarkedIn(each, county)), false]),
    fills: rows.map((values) => [
      null,
      ...values.map((value) => (value === null ? null : colours[dustfallClass(value, dustfallLimit)]!)),
    ]),
    total: [t('meeting.decks.city'), ...months.map(({ city }) => city.mean), null],
  }
}

/** The counties by how far they have improved, and what the rest of the year may still bring. */
export function moversTable({ report, reports, countyName }: BulletinFacts, t: Texts): PaperTable {
  const { month, dustfallLimit } = report
  const remaining = MONTHS_OF_A_YEAR - Number(month.slice(5))
  const ordered = [...report.rows].sort((a, b) => (a.improvementRank ?? Infinity) - (b.improvementRank ?? Infinity))
  const restOfYear = ({ accumulatedOf }: RankedCounty): string => {
    const values = accumulatedOf.map(({ value }) => value)
    if (values.length === 0) return '—'
    const target = yearTarget(values, remaining, dustfallLimit)
    return restText(t, target, dustfallLimit)
  }
  return {
    title: t('meeting.scene.movers'),
    unit: t('meeting.decks.unitIs', { unit: t('ranking.unit') }),
    headings: [
      t('ranking.improvement'),
      t('ranking.county'),
      t('ranking.lastYear'),
      t('ranking.value'),
      t('ranking.yoy'),
      t('ranking.mom'),
      t('meeting.streak'),
      t('ranking.accumulated'),
      remaining === 0 ? t('meeting.decks.wholeYear') : t('meeting.rest', { count: remaining }),
    ],
    formats: ['whole', 'text', 'tenth', 'tenth', 'tenth', 'tenth', 'text', 'tenth', 'text'],
    rows: ordered.map((row) => [
      row.improvementRank,
      countyName(row.county),
      row.lastYear,
      row.figure.value,
      row.yearOnYear,
      row.monthOnMonth,
      streakText(t, overStreak(reports, row.county, month)) || null,
      row.accumulated,
      restOfYear(row),
    ]),
    over: [],
    overCells: ordered.map((row) =>
      [null, null, row.lastYear, row.figure.value, null, null, null, row.accumulated, null].map(
        (value) => value !== null && exceedsLimit(value, dustfallLimit),
      ),
    ),
    marked: ordered.map(({ figure }) => Array.from({ length: 9 }, (_, column) => column === 3 && isMarked(figure))),
  }
}

/** How each figure came about. */
export function derivationTable(facts: BulletinFacts, t: Texts): PaperTable {
  return {
    title: t('meeting.derivation'),
    unit: t('meeting.decks.unitIs', { unit: t('ranking.unit') }),
    headings: DERIVATION_COLUMNS.map(([heading]) => heading),
    formats: DERIVATION_COLUMNS.map(([, format]) => format),
    rows: derivationRows(facts),
    over: [],
  }
}

/** A county's value in each of some months; null where it has none. */
export const valuesOf = (months: readonly MonthReport[], county: string) =>
  months.map(({ rows }) => rows.find((row) => row.county === county)?.figure.value ?? null)

/** The months whose figures these tables show: the last ones, and the same month of the year before. */
export const shownMonths = (reports: readonly MonthReport[], report: MonthReport): MonthReport[] => {
  const yearAgo: Month = addMonths(report.month, -MONTHS_OF_A_YEAR)
  return [...reports.filter(({ month }) => month === yearAgo), ...lastMonths(reports, report)]
}

function isMarkedIn(report: MonthReport | undefined, county: string): boolean {
  const row = report?.rows.find((each) => each.county === county)
  return row !== undefined && isMarked(row.figure)
}
