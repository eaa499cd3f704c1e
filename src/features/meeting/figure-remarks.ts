import type { TFunction } from 'i18next'
import type { Month } from '@/domain/calendar'
import { countiesOverCurrentLimit } from '@/domain/dustfall/counties-over-current-limit'
import { type CountyMonth, differsFromPublished, isCorrected } from '@/domain/dustfall/county-month'
import { FOOTNOTE_MARK, hasFootnoteMark } from '@/domain/dustfall/figure-marks'
import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'
import { changedComparisons } from '@/domain/dustfall/published-months'
import { tenth } from '@/domain/dustfall/rounding'
import { dayName } from '@/store/words/day-name'
import { differencesText } from '@/store/words/differences-text'
import { uncomparedText, writtenText } from '@/store/words/figure-lines'
import { monthName } from '@/store/words/month-name'
import { publicationText } from '@/store/words/publication-text'

type Texts = TFunction<'texts'>

const ISO_DAY = /\d{4}-\d\d-\d\d/g

/** Why a figure is marked with ※, for the wall and papers; '' if it is not. */
function remarkOf(figure: CountyMonth, t: Texts): string {
  return [
    ...(isCorrected(figure) ? [publicationText(t, figure.publication).replace(ISO_DAY, (day) => dayName(t, day))] : []),
    ...writtenText(t, figure),
    ...(figure.remark === undefined ? [] : [t('why.remark', { text: figure.remark })]),
    ...(differsFromPublished(figure) ? [differenceOf(figure, t)] : []),
  ].join(t('ui.semicolon'))
}

/** What today's data gives; for an uncorrected figure the text also says that it was not corrected. */
function differenceOf(figure: CountyMonth, t: Texts): string {
  const said = t('why.differs', { published: tenth(figure.value), computed: tenth(figure.now.value) })
  return isCorrected(figure) ? said : t('figures.differingOf', { said })
}

/** Why a row of the month has a ※: for its figure, for its changes as published, and for those not given. */
export const remarkOfRow = (row: RankedCounty, t: Texts): string =>
  [remarkOf(row.figure, t), ...differencesText(t, row), ...uncomparedText(t, row)]
    .filter(Boolean)
    .join(t('ui.semicolon'))

/** A ※ note as a line below the content: county, month and reason. */
function noteText(t: Texts, name: string, month: Month, said: string): string {
  return t('meeting.wall.marked', {
    mark: FOOTNOTE_MARK,
    name: t('meeting.marks.of', { name, month: monthName(t, month) }),
    said,
  })
}

/** Notes for a month's tables and charts, covering that month and those shown beside it. */
export function figureNotes(report: MonthReport, countyName: (code: string) => string, t: Texts) {
  const note = (of: MonthReport, row: RankedCounty) =>
    noteText(
      t,
      countyName(row.county),
      of.month,
      of.month === report.month ? remarkOfRow(row, t) : remarkOf(row.figure, t),
    )
  return {
    /** Note on a county's figure in a month; '' if none is needed. */
    ofFigure(of: MonthReport | undefined, county: string): string {
      const row = of?.rows.find((each) => each.county === county)
      return of && row && hasFootnoteMark(row.figure) ? note(of, row) : ''
    },
    /** Note on a row's change that differs by today's data or is not given; '' if none is needed. */
    ofChange: (row: RankedCounty, column: string): string =>
      column in row.uncompared || changedComparisons(row).some((each) => each === column) ? note(report, row) : '',
  }
}

/**
 * Which limit applies to which counties, if a month has several, and who would exceed today's limit, if the month was
 * published with another. '' if today's limit applies to all.
 */
export function limitNote(report: MonthReport, countyName: (code: string) => string, t: Texts): string {
  const over = countiesOverCurrentLimit(report)
  if (over === null) return ''
  const { rows, limits, dustfallLimit: limit, limitNow: now } = report
  const namesOf = (counties: readonly string[]) => counties.map(countyName).join(t('meeting.comma'))
  const names = over.length === 0 ? t('figures.frozen.none') : namesOf(over)
  if (limits.length === 1) return t('figures.frozen.limitNow', { limit, now, names })
  // The limit of most counties comes last, for "all others".
  const each = [...limits.filter((other) => other !== limit), limit].map((of) => {
    const counties = rows.filter(({ dustfallLimit }) => dustfallLimit === of).map(({ county }) => county)
    const isRest = of === limit && counties.length > 1
    return t('figures.limits.countiesOf', { limit: of, names: isRest ? t('figures.limits.rest') : namesOf(counties) })
  })
  return [
    t('figures.limits.counties', { each: each.join(t('ui.semicolon')) }),
    t('figures.limits.now', { now, names }),
  ].join(t('ui.semicolon'))
}

/**
 * The notes of all marked rows of a month: corrected figures first, then figures that only differ from today's data.
 */
export const notesOfMonth = (report: MonthReport, countyName: (code: string) => string, t: Texts): string[] =>
  [...report.rows].sort(correctedFirst).flatMap((row) => {
    const said = remarkOfRow(row, t)
    return said === '' ? [] : [noteText(t, countyName(row.county), report.month, said)]
  })

/** The notes on the marked figures of other months, latest month first. */
export const notesOfFigures = (
  report: MonthReport,
  months: readonly MonthReport[],
  countyName: (code: string) => string,
  t: Texts,
): string[] => {
  const { ofFigure } = figureNotes(report, countyName, t)
  return months
    .toReversed()
    .flatMap((each) => report.rows.map(({ county }) => ofFigure(each, county)))
    .filter(Boolean)
}

const correctedFirst = (one: RankedCounty, other: RankedCounty) =>
  Number(isCorrected(other.figure)) - Number(isCorrected(one.figure))
