import { centerOfMass, pointOnFeature } from '@turf/turf'
import { indexArea, type Surface } from './area-index'
import type { Position } from './position'

/** Centre of mass of a surface, or another point inside it if that is outside. */
export function labelPlace(surface: Surface): Position {
  const [lon, lat] = centerOfMass(surface).geometry.coordinates as [number, number]
  return indexArea(surface).contains(lon, lat)
    ? [lon, lat]
    : (pointOnFeature(surface).geometry.coordinates as [number, number])
}
