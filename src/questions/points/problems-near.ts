import { distanceMetres, nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { STATUS } from '@/domain/rules/status'
import type { EvaluatedPackage } from '@/questions/evaluated-package'

/** A source number with its distance. */
export interface NearProblem {
  readonly source: number
  readonly metres: number
}

/** Sources within `metres` that fail or are overdue, nearest first. */
export function problemsNear(
  { opened: { lons, lats }, status }: EvaluatedPackage,
  at: Position,
  metres: number,
): NearProblem[] {
  const near: NearProblem[] = []
  for (let source = 0; source < status.length; source++) {
    if (status[source]! < STATUS.failing || Number.isNaN(lons[source]!)) continue
    if (nearbyDistanceMetres(...at, lons[source]!, lats[source]!) > metres * 1.01) continue
    const exact = distanceMetres(at, [lons[source]!, lats[source]!])
    if (exact <= metres) near.push({ source, metres: exact })
  }
  return near.sort((a, b) => a.metres - b.metres)
}
