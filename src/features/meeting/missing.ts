import type { TFunction } from 'i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { isSameField } from '@/domain/dustfall/rank-moves'

type Texts = TFunction<'texts'>

/** Counties without a figure in a month; empty if no county has one. */
export function missingCounties({ rows }: MonthReport): readonly string[] {
  const without = rows.filter(({ figure }) => figure.value === null)
  return without.length === rows.length ? [] : without.map(({ county }) => county)
}

/** Which counties are missing from the ranking, and how many the city's mean covers; '' if none is missing. */
export function missingCountiesText(t: Texts, report: MonthReport, nameOf: (county: string) => string): string {
  const missing = missingCounties(report)
  if (missing.length === 0) return ''
  return t('figures.missing', {
    names: missing.map(nameOf).join(t('meeting.comma')),
    count: report.rows.length - missing.length,
  })
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

/** How many counties the changes of the city's mean cover, if not all have figures in both months; '' if all have. */
export function comparedText(t: Texts, { city }: MonthReport): string {
  const { lastMonth, lastYear } = city.comparedWith
  const partial = [
    ...(lastMonth.partial ? [{ what: t('figures.monthOnMonth'), ...lastMonth }] : []),
    ...(lastYear.partial ? [{ what: t('figures.yearOnYear'), ...lastYear }] : []),
  ].filter(({ percent }) => percent !== null)
  const isOne = new Set(partial.map(({ counties }) => counties)).size === 1
  const said = isOne
    ? [{ what: partial.map(({ what }) => what).join(t('meeting.comma')), counties: partial[0]!.counties }]
    : partial
  return said.map(({ what, counties }) => t('figures.compared', { what, count: counties })).join(t('figures.semicolon'))
}
