import type { TFunction } from 'i18next'
import type { BulletinFacts } from '@/domain/bulletin/fields'
import { officialText } from '@/domain/bulletin/official'
import type { Decision } from '@/domain/meeting/decision'
import { itemLines } from '@/io/papers/item-lines'
import { POINTS } from '@/io/papers/official-style'
import type { PaperTable } from '@/io/papers/papers'
import type { CountyProblems, ProblemCounts } from '@/questions/month/month-problems'
import { dayName } from '@/store/words/day-name'
import type { MeetingData } from './bulletin'
import { moversTable } from './paper-tables'

type Texts = TFunction<'texts'>

/** Most clauses named beside a county's counts. */
const MAX_CLAUSES = 3
/** Width of the column that names them, and of the columns of overdue and failing clauses, in percent. */
const MOSTLY_WIDTH = 57
const CLAUSES_WIDTH = { overdue: 38, failing: 52 } as const

const sumOf = ({ overdue, failing }: ProblemCounts) => overdue + failing

/** Heading such as 已逾期（项）: with its unit, since another column may count something else. */
export const itemCountHeading = (status: 'overdue' | 'failing', t: Texts) =>
  t('figures.items', { what: t(`status.${status}`) })

const countyNameOf = ({ county }: CountyProblems, { countyName }: BulletinFacts, t: Texts) =>
  county === '' ? t('filters.noCounty') : countyName(county)

/**
 * Changes per county. The headings do not depend on the month, since an office's own form addresses fields by heading.
 */
export function changesTable(facts: BulletinFacts, t: Texts): PaperTable {
  const { headings, rows, ...table } = moversTable(facts, t)
  return {
    ...table,
    headings: [...headings.slice(0, -1), t('meeting.official.rest')],
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? officialText(cell) : cell))),
  }
}

/** Overdue and failing items per county, and the clauses with most of them. */
export function countyProblemsTable({ problems }: MeetingData, facts: BulletinFacts, t: Texts): PaperTable {
  const { counties, total, sources } = problems
  return {
    title: t('meeting.official.byCounty'),
    headings: [
      t('ranking.county'),
      t('meeting.official.sources'),
      itemCountHeading('overdue', t),
      itemCountHeading('failing', t),
      t('meeting.official.mostly'),
    ],
    formats: ['text', 'whole', 'whole', 'whole', 'text'],
    rows: counties.map((each) => [
      countyNameOf(each, facts, t),
      each.sources,
      each.total.overdue,
      each.total.failing,
      itemLines(
        each.clauses
          .slice(0, MAX_CLAUSES)
          .map(({ clause, ...counts }) => t('meeting.official.clauseCount', { clause, count: sumOf(counts) })),
        t('meeting.comma'),
        MOSTLY_WIDTH,
      ),
    ]),
    over: [],
    widths: [13, 10, 10, 10, MOSTLY_WIDTH],
    total: [t('meeting.total'), sources, total.overdue, total.failing, null],
  }
}

/** The same for the whole city by clause, with what each clause requires. */
export function clausesTable({ dataset, problems }: MeetingData, t: Texts): PaperTable {
  const { clauses, total } = problems
  return {
    title: t('meeting.official.byClause'),
    headings: [
      t('meeting.clause'),
      t('meeting.official.asks'),
      itemCountHeading('overdue', t),
      itemCountHeading('failing', t),
    ],
    formats: ['text', 'text', 'whole', 'whole'],
    rows: [...clauses]
      .sort((a, b) => sumOf(b) - sumOf(a) || a.clause - b.clause)
      .map(({ clause, overdue, failing }) => [
        t('meeting.official.clause', { clause }),
        officialText(dataset.clauses.find(({ number }) => number === clause)?.gist.zh ?? ''),
        overdue,
        failing,
      ]),
    over: [],
    widths: [12, 68, 10, 10],
    total: [t('meeting.total'), null, total.overdue, total.failing],
  }
}

/** The same by county and clause: each county's clauses with overdue and failing items, one line per county. */
export function countyClausesTable({ problems }: MeetingData, facts: BulletinFacts, t: Texts): PaperTable {
  const STATUSES = ['overdue', 'failing'] as const
  return {
    title: t('meeting.official.byBoth'),
    headings: [t('ranking.county'), ...STATUSES.map((status) => t(`status.${status}`))],
    formats: ['text', 'text', 'text'],
    rows: problems.counties.map((each) => [
      countyNameOf(each, facts, t),
      ...STATUSES.map((status) =>
        itemLines(
          each.clauses
            .filter((counts) => counts[status] > 0)
            .map(({ clause, ...counts }) => t('meeting.official.clauseCount', { clause, count: counts[status] })),
          t('meeting.comma'),
          CLAUSES_WIDTH[status],
          POINTS.smallTable,
        ),
      ),
    ]),
    over: [],
    widths: [10, CLAUSES_WIDTH.overdue, CLAUSES_WIDTH.failing],
    isSmall: true,
  }
}

/** A meeting's decisions: where, what, by whom and by when. */
export function decidedTable(decisions: readonly Decision[], { countyName }: BulletinFacts, t: Texts): PaperTable {
  return {
    title: t('decisions.title'),
    headings: [
      t('decisions.number'),
      t('decisions.county'),
      t('decisions.task'),
      t('decisions.department'),
      t('decisions.due'),
    ],
    formats: ['whole', 'text', 'text', 'text', 'text'],
    rows: decisions.map(({ county, task, department, due }, i) => [
      i + 1,
      county === '' ? t('decisions.city') : countyName(county),
      task,
      department || null,
      due === '' ? null : dayName(t, due),
    ]),
    over: [],
    widths: [7, 12, 38, 20, 23],
  }
}
