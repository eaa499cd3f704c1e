import { centerOfMass, pointOnFeature } from '@turf/turf'
import { indexArea, type Surface } from './area-index'
import type { Position } from './position'

/** The middle of a surface, or some point of it where the middle lies outside. */
export function labelPlace(surface: Surface): Position {
  const [lon, lat] = centerOfMass(surface).geometry.coordinates as [number, number]
  return indexArea(surface).contains(lon, lat)
    ? [lon, lat]
    : (pointOnFeature(surface).geometry.coordinates as [number, number])
}
