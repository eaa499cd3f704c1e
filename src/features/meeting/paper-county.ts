import type { TFunction } from 'i18next'
import { DERIVATION_COLUMNS, derivationRows } from '@/domain/bulletin/derivation'
import type { BulletinFacts } from '@/domain/bulletin/fields'
import { addMonths } from '@/domain/calendar'
import { exceedsLimit } from '@/domain/dustfall/limit'
import { countyLimit, isColumnOverLimit } from '@/domain/dustfall/limit-of'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { PaperTable } from '@/io/papers/papers'
import type { CountyStory } from '@/questions/month/county-story'
import { dayName } from '@/store/words/day-name'
import { lateText } from '@/store/words/finding-dates'
import { monthName } from '@/store/words/month-name'
import { figureNotes } from './figure-remarks'
import { lateSinceText, unmetText } from './unmet-text'

type Texts = TFunction<'texts'>

/** The figures that a county's month is compared with, as on the wall. */
export function comparedTable({ report, reports, countyName }: BulletinFacts, county: string, t: Texts): PaperTable {
  const { month } = report
  const { ofFigure, ofChange } = figureNotes(report, countyName, t)
  const before = (count: number) => reports.find((each) => each.month === addMonths(month, -count))
  const all = report.rows.filter((row) => row.county === county)
  const lines = all.flatMap((row) => [
    { label: t('ranking.value'), value: row.figure.value, over: row.over, note: ofFigure(report, county) },
    {
      label: t('ranking.lastMonth'),
      value: row.lastMonth,
      over: isColumnOverLimit(reports, report, row, 'lastMonth'),
      note: ofFigure(before(1), county),
      change: row.monthOnMonth,
      told: ofChange(row, 'monthOnMonth'),
    },
    {
      label: t('ranking.lastYear'),
      value: row.lastYear,
      over: isColumnOverLimit(reports, report, row, 'lastYear'),
      note: ofFigure(before(12), county),
      change: row.yearOnYear,
      told: ofChange(row, 'yearOnYear'),
    },
    {
      label: t('ranking.accumulated'),
      value: row.accumulated,
      over: isColumnOverLimit(reports, report, row, 'accumulated'),
      note: ofChange(row, 'accumulated'),
    },
  ])
  return {
    title: `${countyName(county)} ${monthName(t, month)}`,
    unit: t('meeting.decks.unitIs', { unit: t('ranking.unit') }),
    headings: ['', t('meeting.marks.figure'), t('meeting.marks.change')],
    formats: ['text', 'tenth', 'tenth'],
    rows: lines.map(({ label, value, change }) => [label, value, change ?? null]),
    over: [],
    overCells: lines.map(({ over }) => [false, over, false]),
    notes: lines.map(({ note, told }) => ['', note, told ?? '']),
  }
}

/** The monitoring points of which one county's figure is the mean. */
export function pointsTable({ report, countyName, ...facts }: BulletinFacts, county: string, t: Texts): PaperTable {
  const { month } = report
  const dustfallLimit = countyLimit(report, county)
  const rows = report.rows.filter((row) => row.county === county)
  const { ofFigure } = figureNotes(report, countyName, t)
  const note = ofFigure(report, county)
  const columns = DERIVATION_COLUMNS.map(([heading], i) => ({ heading, i })).slice(1, 4)
  const points = derivationRows({ ...facts, countyName, report: { ...report, rows } })
  const values = points.map((row) => row[2] ?? null)
  return {
    title: `${countyName(county)} ${monthName(t, month)}${t('meeting.points')}`,
    unit: t('meeting.decks.unitIs', { unit: t('ranking.unit') }),
    headings: columns.map(({ heading }) => heading),
    formats: ['text', 'tenth', 'text'],
    rows: points.map((row) => columns.map(({ i }) => row[i] ?? null)),
    over: [],
    overCells: values.map((value) => [false, typeof value === 'number' && exceedsLimit(value, dustfallLimit), false]),
    notes: values.map((value) => ['', value === null ? '' : note, '']),
  }
}

/** A county's dispatch sheet, worst source first: what each fails, since when, who is responsible and the deadline. */
export function dispatchTable({ worst, overdue, failing }: CountyStory, day: string, t: Texts): PaperTable {
  const left = overdue + failing - worst.length
  return {
    title: t('meeting.scenes.worstOn', { day: dayName(t, day) }),
    ...(left > 0 ? { unit: t('meeting.scenes.moreSources', { count: left }) } : {}),
    headings: [
      t('meeting.shown'),
      t('meeting.scenes.unmet'),
      t('meeting.marks.daysLate'),
      t('meeting.marks.due'),
      t('figures.lead'),
    ],
    formats: ['text', 'text', 'text', 'text', 'text'],
    rows: worst.map(({ name, findings, status, lead }) => {
      const [first] = findings
      return [
        name,
        unmetText(t, findings),
        first ? lateText(t, first) : t(`status.${STATUS_NAMES[status]!}`),
        [first?.due ? dayName(t, first.due) : t('meeting.scenes.noDay'), first && lateSinceText(t, first)]
          .filter(Boolean)
          .join(t('ui.comma')),
        lead || t('meeting.nobody'),
      ]
    }),
    over: [],
  }
}
