import type { TFunction } from 'i18next'
import { whyNoFigure } from '@/domain/dustfall/county-month'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { isSameField } from '@/domain/dustfall/rank-moves'
import { tenth } from '@/domain/dustfall/rounding'

type Texts = TFunction<'texts'>

/** Counties without a figure in a month; empty if no county has one. */
export function missingCounties({ rows }: MonthReport): readonly string[] {
  const without = rows.filter(({ figure }) => figure.value === null)
  return without.length === rows.length ? [] : without.map(({ county }) => county)
}

/**
 * Which counties are missing from the ranking, each with its stored reason, and how many the city's mean covers; '' if
 * none is missing. `word` translates words of the data.
 */
export function missingCountiesText(
  t: Texts,
  report: MonthReport,
  nameOf: (county: string) => string,
  word: (text: string) => string = (text) => text,
): string {
  const missing = new Set(missingCounties(report))
  if (missing.size === 0) return ''
  const names = report.rows.flatMap(({ county, figure }) => {
    if (!missing.has(county)) return []
    const [name, reason] = [nameOf(county), word(whyNoFigure(figure))]
    return [reason === '' ? name : t('figures.missingWhy', { name, reason })]
  })
  return t('figures.missing', { names: names.join(t('meeting.comma')), count: report.rows.length - missing.size })
}

/**
 * Among how many counties rises and falls are counted, and how many this month and the last rank, if these are not the
 * same; '' if they are.
 */
export function rankedText(t: Texts, report: MonthReport): string {
  if (isSameField(report)) return ''
  const { rows } = report
  const ranked = rows.filter(({ rank }) => rank !== null)
  const before = rows.filter(({ lastMonthRank }) => lastMonthRank !== null)
  const both = before.filter(({ rank }) => rank !== null)
  return before.length === 0
    ? ''
    : t('figures.rankedAmong', { both: both.length, before: before.length, now: ranked.length })
}

/** The changes of the city's mean that are given, and the names of what they are and what they are compared with. */
function cityChanges(t: Texts, { city }: MonthReport) {
  const { lastMonth, lastYear } = city.comparedWith
  return [
    { what: t('figures.monthOnMonth'), earlier: t('meeting.column.lastMonth'), ...lastMonth },
    { what: t('figures.yearOnYear'), earlier: t('meeting.column.lastYear'), ...lastYear },
  ].filter(({ percent }) => percent !== null)
}

/**
 * The means that the changes of the city's mean are computed from, and over how many counties, if not all have figures
 * in both months, beside the means of more counties that tables show; '' if all have, since both are the same then.
 */
export const comparedText = (t: Texts, report: MonthReport): string =>
  cityChanges(t, report)
    .filter(({ partial }) => partial)
    .map(({ what, earlier, counties, means, shown }) => {
      const said = { what, earlier, count: counties, before: tenth(means.before), now: tenth(means.now) }
      const others = [
        { of: earlier, ...shown.before },
        { of: t('ranking.value'), ...shown.now },
      ].filter((each) => each.counties > counties)
      const all = others.map(({ of, mean, counties: count }) =>
        t('figures.comparedAll', { of, count, mean: tenth(mean) }),
      )
      return t('figures.compared', { ...said, all: all.join(t('meeting.comma')) })
    })
    .join(t('figures.semicolon'))

/** The city's earlier means, for a screen that shows its changes only; '' without those of {@link comparedText}. */
export function earlierMeansText(t: Texts, report: MonthReport): string {
  const whole = cityChanges(t, report).filter(({ partial }) => !partial)
  const means = whole.map(({ earlier, means }) => t('figures.earlierMean', { earlier, mean: tenth(means.before) }))
  return means.length === 0 ? '' : t('figures.earlierMeans', { means: means.join(t('meeting.comma')) })
}
