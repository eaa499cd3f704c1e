import { addMonths, type DayNumber, type Month, parseDay } from '@/domain/calendar'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { findingsOf } from '@/domain/rules/findings'
import { STATUS } from '@/domain/rules/status'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { type SourceSummary, summarise } from '@/questions/source/source-summary'
import { isPlaced } from './nearest-point'
import { problemsNear } from './problems-near'

/** A dustfall point whose value rose, with its surroundings. */
export interface WorsenedPoint {
  readonly point: string
  readonly county: string
  readonly before: number
  readonly after: number
  /** False if the point's position is unknown: then nothing is known about its surroundings. */
  readonly placed: boolean
  readonly failing: number
  readonly overdue: number
  /** Nearby sources with a failure first seen between the two months, nearest first. */
  readonly newly: readonly (SourceSummary & { readonly metres: number })[]
}

/**
 * The points whose value rose most from one month to another, with the failures within `metres` and those newly seen
 * there.
 */
export function worsenedPoints(
  evaluated: EvaluatedPackage,
  month: Month,
  other: Month,
  metres: number,
  count: number,
): WorsenedPoint[] {
  const { opened, status } = evaluated
  const [from, to] = month > other ? [other, month] : [month, other]
  const [earlier, later] = [lastDayOf(from), lastDayOf(to)]
  const isNew = (source: number) =>
    findingsOf(evaluated.findings, source).some(({ since }) => since !== null && since > earlier && since <= later)
  return risesBetween(opened.reports, from, to)
    .slice(0, count)
    .flatMap((rise) => {
      const place = opened.pack.dustfallPoints.find(({ code }) => code === rise.point)
      if (!place) return []
      const placed = isPlaced(place)
      const near = placed ? problemsNear(evaluated, [place.lon, place.lat], metres) : []
      return [
        {
          ...rise,
          placed,
          failing: near.filter(({ source }) => status[source] === STATUS.failing).length,
          overdue: near.filter(({ source }) => status[source] === STATUS.overdue).length,
          newly: near
            .filter(({ source }) => isNew(source))
            .map((each) => ({ ...summarise(evaluated, each.source), metres: each.metres })),
        },
      ]
    })
}

const lastDayOf = (month: Month): DayNumber => parseDay(`${addMonths(month, 1)}-01`) - 1

/** Points whose value rose from one month to a later one, largest rise first; in t/(km²·month). */
export function risesBetween(reports: readonly MonthReport[], from: Month, to: Month) {
  const before = pointValues(reports, from)
  return [...pointValues(reports, to)]
    .flatMap(([point, { county, value }]) => {
      const old = before.get(point)
      return old && value > old.value ? [{ point, county, before: old.value, after: value }] : []
    })
    .sort((a, b) => b.after - b.before - (a.after - a.before))
}

/** Values of the points that count in a month. */
function pointValues(reports: readonly MonthReport[], month: Month) {
  const rows = reports.find((report) => report.month === month)?.rows ?? []
  return new Map(
    rows.flatMap(({ county, figure }) =>
      figure.points.flatMap((point) =>
        point.counted ? [[point.point, { county, value: Number(point.value) }] as const] : [],
      ),
    ),
  )
}
