import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { CUSTOMARY_TEMPLATE } from '@/domain/bulletin/customary'
import {
  BULLETIN_TABLES,
  type BulletinFacts,
  bulletinFields,
  DERIVATION_HEADINGS,
  derivationRows,
} from '@/domain/bulletin/fields'
import { fillTemplate, type TemplateFault } from '@/domain/bulletin/template'
import { lastMonths } from '@/domain/dustfall/last-months'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { RANKING_COLUMNS, rankingCells, rankingText } from '@/domain/dustfall/ranking-table'
import { overStreak } from '@/domain/dustfall/streak'
import { yearTarget } from '@/domain/dustfall/year-target'
import { countyName } from '@/domain/sources/county'
import type { MeetingPapers, PaperTable } from '@/io/papers/papers'
import { countyShapes, countyTexts, withoutOverlap } from '@/layers/county-shapes'
import { dustfallClass, OVER_CLASS } from '@/layers/dustfall-scale'
import { paletteOf } from '@/layers/palette'
import type { Opened } from '@/store/chentu'
import { overdueByLead } from './overdue-by-lead'

const MONTHS = 12
const MOST_DEMANDS = 8
/** Papers of an office are in its language, whatever the screen speaks. */
const OFFICE = 'zh-CN'

/** The package with its judgement on a day. */
type Judged = Pick<Opened, 'dataset' | 'judgement'>

/** A bulletin's parts from a template, and the fields in it that nobody knows. */
export function bulletinOf(opened: Judged, report: MonthReport, t: TFunction<'texts'>, template: string | null) {
  const facts = factsOf(opened, report, t)
  return fillTemplate(template ?? CUSTOMARY_TEMPLATE, bulletinFields(facts), BULLETIN_TABLES)
}

function factsOf({ dataset, judgement }: Judged, report: MonthReport, t: TFunction<'texts'>): BulletinFacts {
  const names = new Map(dataset.dustfallPoints.map(({ code, name }) => [code, name]))
  const classes = [
    ...new Set(dataset.provenance.filter(({ role }) => role.startsWith('dustfall')).map(({ dataClass }) => dataClass)),
  ].filter((each) => each === 'illustrative')
  const overdue = dataset.clauses.flatMap((clause) => {
    const count = judgement.byClause.get(clause.number)?.overdue ?? 0
    return count > 0 ? [{ clause, count }] : []
  })
  return {
    city: inLanguage(dataset.settings.city, OFFICE),
    report,
    reports: dataset.reports,
    countyName: (code) => countyName(dataset, code, OFFICE),
    pointName: (code) => names.get(code) ?? code,
    dataNote:
      classes.length === 0
        ? ''
        : t('meeting.notReal', { classes: classes.map((each) => t(`dataClass.${each}`)).join('、') }),
    demands: overdue
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST_DEMANDS)
      .map(({ clause, count }) =>
        t('meeting.demand', { clause: clause.number, gist: clause.gist.zh, lead: clause.lead.join('、'), count }),
      ),
  }
}

/** All that leaves the meeting, and what is wrong with the office's own template. */
export function papersOf(
  opened: Judged,
  report: MonthReport,
  t: TFunction<'texts'>,
): { readonly papers: MeetingPapers; readonly faults: readonly TemplateFault[] } {
  const { dataset, judgement } = opened
  const { limit, month, rows, city } = report
  const facts = factsOf(opened, report, t)
  const { parts, faults } = bulletinOf(opened, report, t, dataset.settings.meeting?.template ?? null)
  const name = facts.countyName
  const monthName = t('months.month', { year: month.slice(0, 4), month: Number(month.slice(5)) })
  const over = rows.map((row) => row.over)
  const remaining = MONTHS - Number(month.slice(5))
  const words = { over: t('ranking.over'), within: t('ranking.within') }
  const shown = lastMonths(dataset.reports, report)
  const valuesOf = (county: string) =>
    shown.map((each) => each.rows.find((row) => row.county === county)?.figure.value ?? null)
  const figure = (value: number | null) => value?.toFixed(1) ?? '—'
  const ranking: PaperTable = {
    title: `${monthName}${t('meeting.scene.ranking')}`,
    headings: RANKING_COLUMNS.map((column) => t(`meeting.column.${column}`)),
    formats: RANKING_COLUMNS.map((column) =>
      column === 'county' || column === 'over' ? 'text' : /rank$/i.test(column) ? 'whole' : 'tenth',
    ),
    rows: rankingCells(report, name).map((cells) =>
      RANKING_COLUMNS.map((column) => {
        const value = cells[column]
        return typeof value === 'boolean' ? rankingText(column, value, words) : value
      }),
    ),
    over,
  }
  return {
    faults,
    papers: {
      title: `${facts.city}${monthName}${t('meeting.papersTitle')}`,
      month: monthName,
      note: [t('meeting.judgedOn', { day: judgement.asOf }), facts.dataNote].filter(Boolean).join(' · '),
      parts,
      facts: [
        [t('ranking.cityMean'), figure(city.mean)],
        [t('ranking.max'), figure(city.max)],
        [t('ranking.min'), figure(city.min)],
        [t('ranking.overCount'), String(city.overCount)],
      ],
      ranking,
      year: {
        title: t('meeting.scene.year'),
        headings: [t('ranking.county'), ...shown.map((each) => each.month), t('ranking.accumulated')],
        formats: ['text', ...shown.map(() => 'tenth' as const), 'tenth'],
        rows: rows.map(({ county, accumulated }) => [name(county), ...valuesOf(county), accumulated]),
        over,
      },
      movers: {
        title: t('meeting.scene.movers'),
        headings: [
          t('ranking.improvement'),
          t('ranking.county'),
          t('ranking.yoy'),
          t('ranking.mom'),
          t('meeting.streak'),
          t('meeting.rest', { count: remaining }),
        ],
        formats: ['whole', 'text', 'tenth', 'tenth', 'whole', 'text'],
        rows: [...rows]
          .sort((a, b) => (a.improvementRank ?? Infinity) - (b.improvementRank ?? Infinity))
          .map((row) => {
            const target = yearTarget(
              row.accumulatedOf.map(({ value }) => value),
              remaining,
              limit,
            )
            return [
              row.improvementRank,
              name(row.county),
              row.yearOnYear,
              row.monthOnMonth,
              overStreak(dataset.reports, row.county, month),
              target.state === 'open'
                ? t('meeting.atMost', { value: target.highest.toFixed(1) })
                : target.state === 'missed'
                  ? t('meeting.missed')
                  : t(target.over ? 'ranking.over' : 'ranking.within'),
            ]
          }),
        over: [],
      },
      tasks: {
        title: t('meeting.scene.tasks'),
        headings: [t('meeting.lead'), t('status.overdue'), t('status.failing')],
        formats: ['text', 'whole', 'whole'],
        rows: overdueByLead(dataset.clauses, judgement.byClause).map(({ lead, overdue, failing }) => [
          lead,
          overdue,
          failing,
        ]),
        over: [],
      },
      derivation: {
        title: t('meeting.derivation'),
        headings: DERIVATION_HEADINGS,
        formats: DERIVATION_HEADINGS.map(() => 'text'),
        rows: derivationRows(facts),
        over: [],
      },
      limit,
      words: {
        limit: t('ranking.limit', { limit }),
        value: t('ranking.value'),
        unit: t('ranking.unit'),
        map: t('meeting.scene.map'),
        page: [t('handover.pageBefore'), t('handover.pageAfter')],
      },
      months: shown.map((each) => each.month),
      lines: rows.map(({ county }) => ({ name: name(county), values: valuesOf(county) })),
      map: mapOf(opened, report, name),
    },
  }
}

const LETTER = 38

/** The counties as a drawing for paper, which is white. */
function mapOf({ dataset }: Judged, report: MonthReport, name: (code: string) => string): MeetingPapers['map'] {
  const shapes = countyShapes(dataset.outlines)
  const palette = paletteOf('light')
  const values = new Map(report.rows.map(({ county, figure }) => [county, figure.value]))
  const classOf = (code: string) => {
    const value = values.get(code)
    return value == null ? null : dustfallClass(value, report.limit)
  }
  const placed = withoutOverlap(
    countyTexts(dataset.labelPlaces, shapes, (code) => ({ name: name(code), value: values.get(code) ?? null }), LETTER),
  )
  return {
    width: shapes.width,
    height: shapes.height,
    counties: [...shapes.paths].map(([code, path]) => {
      const of = classOf(code)
      return { path, colour: of === null ? palette.unranked : palette.dustfall[of]!, over: (of ?? 0) >= OVER_CLASS }
    }),
    labels: placed.map(({ key, x, y }) => ({
      x: Math.round(x),
      // The middle of the lines stands at the place.
      y: Math.round(y - LETTER * (values.get(key) == null ? -0.35 : 0.15)),
      lines: [name(key), ...(values.get(key) == null ? [] : [values.get(key)!.toFixed(1)])],
    })),
  }
}
