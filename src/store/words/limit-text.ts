import type { TFunction } from 'i18next'
import type { Month } from '@/domain/calendar'
import { runsOf } from '@/domain/dustfall/limit-runs'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { monthName } from './month-name'

type Texts = TFunction<'texts'>
type Limited = Pick<MonthReport, 'month' | 'limits'>

/** All limits of months as numbers: 7, or 7、9 where counties of one month were published under several. */
const numbersOf = (t: Texts, { limits }: Limited): string => limits.join(t('ui.comma'))

/** The limits of several months, first month first: 7 if the same for all, else each with its months. */
export function limitsText(t: Texts, months: readonly Limited[]): string {
  const runs = runsOf(months.map((each) => numbersOf(t, each)))
  if (runs.length < 2) return runs[0]?.value ?? ''
  return runs
    .map(({ value, from, to }) => {
      const of = monthsSaid(t, months[from]!.month, months[to]!.month)
      return t('figures.limits.of', { limit: value, months: of })
    })
    .join(t('ui.semicolon'))
}

/** One month, or a range whose year is stated once. */
function monthsSaid(t: Texts, first: Month, last: Month): string {
  if (first === last) return monthName(t, first)
  if (first.slice(0, 4) !== last.slice(0, 4))
    return t('figures.limits.span', { first: monthName(t, first), last: monthName(t, last) })
  const [from, to] = [first, last].map((month) => Number(month.slice(5)))
  return t('figures.limits.inYear', { year: first.slice(0, 4), from, to })
}

/** 限值 7, or all of them; used wherever the limit of a table, line or colour is named. */
export const limitText = (t: Texts, ...months: readonly Limited[]): string =>
  t('ranking.limit', { limit: limitsText(t, months) })
