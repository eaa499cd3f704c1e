import { STATUS } from '@/domain/rules/status'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { type SourceSummary, summarise } from '@/questions/source/source-summary'
import { isPlaced } from './nearest-point'
import { problemsNear } from './problems-near'

/** Sources that break a rule near a dustfall point. */
export interface PointSurroundings {
  readonly point: string
  /** False if the point's position is unknown: then nothing is known about its surroundings. */
  readonly placed: boolean
  readonly overdue: number
  readonly failing: number
  /** The worst of them, with their distances. */
  readonly worst: readonly (SourceSummary & { readonly metres: number })[]
}

/**
 * Sources that break a rule within `metres` of each of these points, the `count` worst in full; points that the
 * package does not list are left out.
 */
export function pointSurroundings(
  evaluated: EvaluatedPackage,
  points: readonly string[],
  metres: number,
  count: number,
): PointSurroundings[] {
  const places = new Map(evaluated.opened.pack.dustfallPoints.map((point) => [point.code, point]))
  return points.flatMap((point) => {
    const place = places.get(point)
    if (!place) return []
    const placed = isPlaced(place)
    const near = placed ? problemsNear(evaluated, [place.lon, place.lat], metres) : []
    const worstFirst = [...near].sort((a, b) => evaluated.rank[a.source]! - evaluated.rank[b.source]!)
    return [
      {
        point,
        placed,
        overdue: near.filter(({ source }) => evaluated.status[source] === STATUS.overdue).length,
        failing: near.filter(({ source }) => evaluated.status[source] === STATUS.failing).length,
        worst: worstFirst.slice(0, count).map(({ source, metres }) => ({ ...summarise(evaluated, source), metres })),
      },
    ]
  })
}
