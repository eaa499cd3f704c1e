import type { Month } from '@/domain/calendar'
import {
  type CountyMonth,
  countyMonth,
  type PublishedFigure,
  publishedCountyMonth,
  type UnmeasuredMonth,
} from './county-month'
import type { DustfallSeries } from './month-report'
import { type PointMonth, type PointRecord, pointMonth } from './point-month'

/** The data from which a city's months are computed. */
export interface DustfallInput {
  readonly ranked: readonly string[]
  /** Each monitoring point with the county that it represents. */
  readonly points: readonly { readonly code: string; readonly county: string }[]
  readonly records: readonly PointRecord[]
  /** Figures published by the bureau; they take precedence over computed ones. */
  readonly published: readonly PublishedFigure[]
  /** Why counties have no figure; of a month that has one, it says nothing. */
  readonly unmeasured?: readonly UnmeasuredMonth[]
  readonly belowDetectionShare: number
}

/**
 * Computes every month of every county. If a point has no record in a month in which any point has one, it is marked as
 * missing.
 */
export function dustfallSeries(input: DustfallInput): DustfallSeries {
  const months = new Map<string, Map<Month, CountyMonth>>()
  const put = (figure: CountyMonth) => {
    const byMonth = months.get(figure.county) ?? new Map<Month, CountyMonth>()
    months.set(figure.county, byMonth.set(figure.month, figure))
  }
  const recordOf = new Map(input.records.map((record) => [`${record.point} ${record.month}`, record]))
  for (const month of new Set(input.records.map((record) => record.month))) {
    const byCounty = new Map<string, PointMonth[]>()
    for (const { code, county } of input.points) {
      const record = recordOf.get(`${code} ${month}`)
      const point: PointMonth = record
        ? pointMonth(record, input.belowDetectionShare)
        : { point: code, month, counted: false, cause: 'missing', reason: '' }
      const points = byCounty.get(county)
      if (points) points.push(point)
      else byCounty.set(county, [point])
    }
    for (const [county, points] of byCounty) put(countyMonth(county, month, points))
  }
  for (const figure of input.published) put(publishedCountyMonth(figure, months.get(figure.county)?.get(figure.month)))
  const known = new Set([...months.values()].flatMap((byMonth) => [...byMonth.keys()]))
  for (const { county, month, reason } of input.unmeasured ?? []) {
    // A month of which nothing but this is known is no month of the ranking.
    if (!known.has(month)) continue
    const figure = months.get(county)?.get(month) ?? countyMonth(county, month, [])
    if (figure.value === null) put(withReason(figure, reason))
  }
  return { ranked: input.ranked, months }
}

/** A county's month with the reason why it has no figure, which is also that of its points without any record. */
function withReason(figure: CountyMonth, reason: string): CountyMonth {
  const said = (points: readonly PointMonth[]) =>
    points.map((point) =>
      !point.counted && point.cause === 'missing' && point.reason === '' ? { ...point, reason } : point,
    )
  const points = said(figure.points)
  const now = { ...figure.now, points: figure.points === figure.now.points ? points : said(figure.now.points) }
  return { ...figure, reason, points, now }
}

/** The months in which at least one ranked county has a figure or a point, oldest first. */
export function monthsOf(series: DustfallSeries): Month[] {
  const all = new Set<Month>()
  for (const county of series.ranked) for (const month of series.months.get(county)?.keys() ?? []) all.add(month)
  return [...all].sort()
}
