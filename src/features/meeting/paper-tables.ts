import type { TFunction } from 'i18next'
import { DERIVATION_COLUMNS, derivationRows } from '@/domain/bulletin/derivation'
import type { BulletinFacts } from '@/domain/bulletin/fields'
import { addMonths } from '@/domain/calendar'
import { cityYearMean } from '@/domain/dustfall/city-month'
import { whyNoFigure } from '@/domain/dustfall/county-month'
import { lastMonths } from '@/domain/dustfall/last-months'
import { exceedsLimit } from '@/domain/dustfall/limit'
import { countyLimit, isCityOver, isColumnOverLimit, type JudgedColumn } from '@/domain/dustfall/limit-of'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { RANKING_COLUMNS, type RankingColumn, rankingCells, rankingText } from '@/domain/dustfall/ranking-table'
import type { PaperCell, PaperTable } from '@/io/papers/papers'
import { dustfallClass } from '@/layers/dustfall-scale'
import { paletteOf } from '@/layers/palette'
import { limitText } from '@/store/words/limit-text'
import { figureNotes, limitNote } from './figure-remarks'
import { rankedText } from './missing'
import { monthsLeft, moversOf } from './movers'
import { restText } from './rest-text'
import { streakText } from './streak-text'
import { fewerMonthsText, yearSoFar } from './year-so-far'

type Texts = TFunction<'texts'>

const MONTHS_OF_A_YEAR = 12
/** Columns judged against their own limit; {@link OF_ROW} columns are over the limit if their row is. */
const JUDGED: readonly RankingColumn[] = ['value', 'lastMonth', 'lastYear', 'accumulated'] satisfies JudgedColumn[]
const isJudged = (column: RankingColumn): column is JudgedColumn => JUDGED.includes(column)
const OF_ROW: readonly RankingColumn[] = ['rank', 'county', 'over']
/** Index of the published figure in the derivation's columns; today's figure follows it. */
const PUBLISHED = DERIVATION_COLUMNS.length - 2

/** The counties by rank as the office publishes them, with the city as the last row. */
export function rankingTable(facts: BulletinFacts, monthName: string, t: Texts): PaperTable {
  const { report, reports, countyName, missing } = facts
  const words = { over: t('ranking.over'), within: t('ranking.within') }
  const { rows, city, month } = report
  const isCity = isCityOver(report)
  const { ofFigure, ofChange } = figureNotes(report, countyName, t)
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
    // Left empty if it covers only some counties: beside means of all counties nobody could reproduce it. The text
    // gives it, with the number of counties.
    monthOnMonth: city.comparedWith.lastMonth.partial ? null : city.monthOnMonth,
    lastYear: city.lastYear,
    yearOnYear: city.comparedWith.lastYear.partial ? null : city.yearOnYear,
    accumulated: yearMeanOf(facts),
    over: isCity === null ? null : isCity ? words.over : words.within,
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
    overCells: rows.map((row) =>
      RANKING_COLUMNS.map((column) =>
        isJudged(column) ? isColumnOverLimit(reports, report, row, column) : row.over && OF_ROW.includes(column),
      ),
    ),
    notes: rows.map((row) =>
      RANKING_COLUMNS.map((column) => ofFigure(from[column], row.county) || ofChange(row, column)),
    ),
    total: RANKING_COLUMNS.map((column) => ofCity[column] ?? null),
    remarks: rows.map(({ figure }) =>
      figure.value === null ? [whyNoFigure(figure), t('figures.unranked')].filter(Boolean).join(t('ui.semicolon')) : '',
    ),
    lines: [missing, fewerMonthsText(t, report, countyName), limitNote(report, countyName, t)].filter(Boolean),
  }
}

/**
 * Each county's last months side by side, and the mean of the year so far; each figure judged by its own month's limit.
 */
export function yearTable(facts: BulletinFacts, t: Texts): PaperTable {
  const { report, reports, countyName } = facts
  const months = lastMonths(reports, report)
  const { ofFigure, ofChange } = figureNotes(report, countyName, t)
  const colours = paletteOf('light').dustfall
  const rows = report.rows.map(({ county, accumulated }) => [...valuesOf(months, county), accumulated])
  // Limits of each month; the year's mean is judged by the limit of the last one.
  const limits = report.rows.map(({ county }) => [...months, report].map((each) => countyLimit(each, county)))
  return {
    title: t('meeting.scene.year'),
    unit: t('meeting.decks.unitIs', { unit: t('ranking.unit') }),
    headings: [t('ranking.county'), ...months.map(({ month }) => monthHeading(month, t)), t('ranking.accumulated')],
    formats: ['text', ...months.map(() => 'tenth' as const), 'tenth'],
    rows: rows.map((values, i) => [countyName(report.rows[i]!.county), ...values]),
    over: [],
    overCells: rows.map((values, row) => [
      false,
      ...values.map((value, i) => value !== null && exceedsLimit(value, limits[row]![i]!)),
    ]),
    notes: report.rows.map((row) => [
      '',
      ...months.map((each) => ofFigure(each, row.county)),
      ofChange(row, 'accumulated'),
    ]),
    fills: rows.map((values, row) => [
      null,
      ...values.map((value, i) => (value === null ? null : colours[dustfallClass(value, limits[row]![i]!)]!)),
    ]),
    total: [t('meeting.decks.city'), ...months.map(({ city }) => city.mean), yearMeanOf(facts)],
    lines: [
      yearSoFar(t, reports, report, countyName),
      ...(new Set(months.flatMap((each) => each.limits)).size > 1 ? [limitText(t, ...months)] : []),
    ],
  }
}

/** Ranks of the last months side by side. */
export function ranksTable({ report, reports, countyName }: BulletinFacts, t: Texts): PaperTable {
  const months = lastMonths(reports, report)
  const { ofFigure } = figureNotes(report, countyName, t)
  return {
    title: t('meeting.scene.race'),
    headings: [t('ranking.county'), ...months.map(({ month }) => monthHeading(month, t))],
    formats: ['text', ...months.map(() => 'whole' as const)],
    rows: report.rows.map(({ county }) => [
      countyName(county),
      ...months.map(({ rows }) => rows.find((row) => row.county === county)?.rank ?? null),
    ]),
    over: [],
    overCells: report.rows.map(({ county }) => [
      false,
      ...months.map(({ rows }) => rows.some((row) => row.county === county && row.over)),
    ]),
    notes: report.rows.map(({ county }) => ['', ...months.map((each) => ofFigure(each, county))]),
    lines: [rankedText(t, report)].filter(Boolean),
  }
}

/** Counties by improvement, and what the rest of the year may bring. */
export function moversTable({ report, reports, countyName }: BulletinFacts, t: Texts): PaperTable {
  const { month } = report
  const { ofFigure, ofChange } = figureNotes(report, countyName, t)
  const yearAgo = reports.find((each) => each.month === addMonths(month, -MONTHS_OF_A_YEAR))
  const remaining = monthsLeft(month)
  const movers = moversOf(report, reports)
  return {
    title: t('meeting.scene.movers'),
    unit: [
      t('meeting.decks.unitIs', { unit: t('ranking.unit') }),
      ...(movers.some(({ streak }) => streak.atLeast && streak.months > 1) ? [t('meeting.scenes.atLeastNote')] : []),
    ].join(t('figures.semicolon')),
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
    rows: movers.map(({ row, streak, target }) => [
      row.improvementRank,
      countyName(row.county),
      row.lastYear,
      row.figure.value,
      row.yearOnYear,
      row.monthOnMonth,
      streakText(t, streak) || null,
      row.accumulated,
      row.accumulated === null ? '—' : restText(t, target, row.dustfallLimit),
    ]),
    over: [],
    overCells: movers.map(({ row, accumulatedOver }) => [
      false,
      false,
      isColumnOverLimit(reports, report, row, 'lastYear'),
      row.over,
      false,
      false,
      false,
      accumulatedOver,
      false,
    ]),
    notes: movers.map(({ row }) => [
      '',
      '',
      ofFigure(yearAgo, row.county),
      ofFigure(report, row.county),
      ofChange(row, 'yearOnYear'),
      ofChange(row, 'monthOnMonth'),
      '',
      ofChange(row, 'accumulated'),
      '',
    ]),
  }
}

/** How each figure was derived. */
export function derivationTable(facts: BulletinFacts, t: Texts): PaperTable {
  const { report, countyName } = facts
  const { ofFigure } = figureNotes(report, countyName, t)
  // A county has one row per point, or a single row if it has no points.
  const counties = report.rows.flatMap(({ county, figure }) =>
    Array.from(figure.points, () => county).concat(figure.points.length === 0 ? county : []),
  )
  return {
    title: t('meeting.derivation'),
    unit: t('meeting.decks.unitIs', { unit: t('ranking.unit') }),
    headings: DERIVATION_COLUMNS.map(([heading]) => heading),
    formats: DERIVATION_COLUMNS.map(([, format]) => format),
    rows: derivationRows(facts),
    over: [],
    notes: counties.map((county) =>
      DERIVATION_COLUMNS.map((_, column) => (column === PUBLISHED ? ofFigure(report, county) : '')),
    ),
  }
}

/** A county's value in each month; null if it has none. */
export const valuesOf = (months: readonly MonthReport[], county: string) =>
  months.map(({ rows }) => rows.find((row) => row.county === county)?.figure.value ?? null)

/** Heading of a month's column, with the year on its own line: a hyphenated month might break anywhere. */
const monthHeading = (month: string, t: Texts) =>
  t('meeting.marks.monthHeading', { year: month.slice(0, 4), month: Number(month.slice(5)) })

/** The city's mean of the year so far. */
const yearMeanOf = ({ reports, report }: BulletinFacts) =>
  cityYearMean(
    reports.map(({ city }) => city),
    report.month,
  )
