import type { Month } from '@/domain/calendar'
import type { CountyMonth } from './county-month'
import { type Decimal, mean, roundHalfEven } from './rounding'

/** The month of the city, from the published figures of its ranked counties. */
export interface CityMonth {
  readonly month: Month
  readonly mean: number | null
  readonly exact: Decimal | null
  readonly max: number | null
  readonly min: number | null
  /** The county figures that the mean is taken of. */
  readonly counties: readonly { readonly county: string; readonly value: number }[]
}

/**
 * A city's month = mean of its counties' published figures, to 0.1; a county without a figure is left out.
 * Taken of the rounded figures, as everybody can check it on the table (and as the published table of Changzhi agrees).
 */
export function cityMonth(month: Month, counties: readonly CountyMonth[]): CityMonth {
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
