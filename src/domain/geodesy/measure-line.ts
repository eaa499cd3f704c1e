import { areaSquareMetres } from './area'
import { azimuthDegrees, distanceMetres } from './distance'
import type { Position } from './position'

/** Measurements along a line of positions, on the ellipsoid. */
export interface MeasuredLine {
  readonly metres: number
  /** Azimuth of the last leg at its start, degrees from north; null without a leg. */
  readonly azimuth: number | null
  /** Area of the closed line; null with fewer than three corners. */
  readonly squareMetres: number | null
}

export function measureLine(line: readonly Position[]): MeasuredLine {
  let metres = 0
  for (let i = 1; i < line.length; i++) metres += distanceMetres(line[i - 1]!, line[i]!)
  const [before, last] = line.slice(-2)
  const closed = line.length < 3 ? null : [...line, line[0]!].map((at) => [...at])
  return {
    metres,
    azimuth: before && last ? azimuthDegrees(before, last) : null,
    squareMetres: closed && areaSquareMetres({ type: 'Polygon', coordinates: [closed] }),
  }
}
