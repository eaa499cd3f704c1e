import type { Month } from '@/domain/calendar'
import type { CountyMonth } from './county-month'
import { type Decimal, mean, roundHalfEven } from './rounding'

/** The city's figures for a month, from the published figures of its ranked counties. */
export interface CityMonth {
  readonly month: Month
  readonly mean: number | null
  readonly exact: Decimal | null
  readonly max: number | null
  readonly min: number | null
  /** The county figures in the mean. */
  readonly counties: readonly { readonly county: string; readonly value: number }[]
}

/**
 * The city's mean = mean of its counties' published figures, to 0.1; counties without a figure are left out. It uses
 * the rounded figures, so that anyone can verify it from the table (the published table of Changzhi agrees).
 */
export function cityMonth(month: Month, counties: readonly Pick<CountyMonth, 'county' | 'value'>[]): CityMonth {
  const counted = counties.flatMap(({ county, value }) => (value === null ? [] : [{ county, value }]))
  const values = counted.map(({ value }) => value)
  const exact = mean(values)
  return {
    month,
    mean: exact === null ? null : roundHalfEven(exact),
    exact: exact?.toFixed() ?? null,
    max: values.length ? Math.max(...values) : null,
    min: values.length ? Math.min(...values) : null,
    counties: counted,
  }
}

/**
 * The mean of the city's published months of a year up to `last`; null if one of them is missing, since the mean would
 * not cover these months.
 */
export function cityYearMean(months: readonly Pick<CityMonth, 'month' | 'mean'>[], last: Month): number | null {
  const known = months
    .filter(({ month }) => month.slice(0, 4) === last.slice(0, 4) && month <= last)
    .flatMap((each) => each.mean ?? [])
  const exact = known.length < Number(last.slice(5)) ? null : mean(known)
  return exact === null ? null : roundHalfEven(exact)
}
