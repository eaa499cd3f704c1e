import { centerOfMass } from '@turf/turf'
import type { Surface } from '@/domain/geodesy/area-index'
import type { OutlineFault } from '@/domain/geodesy/fault-of-outline'
import { joinSurfaces } from '@/domain/geodesy/join-surfaces'
import { labelPlace } from '@/domain/geodesy/label-place'
import { outlineFaults } from '@/domain/geodesy/outline-faults'
import type { Position } from '@/domain/geodesy/position'
import type { OutlineFeature } from './outline-columns'
import type { OutlineReading } from './outline-numbers'
import { placeOutline } from './place-outline'

/** The outlines of a file in WGS-84, and their faults. */
export interface PlacedOutlines {
  /** WGS-84, in the order of the file. */
  readonly surfaces: readonly Surface[]
  /** Indexes of those with an open ring, which was closed. */
  readonly closed: readonly number[]
  readonly faults: readonly OutlineFault[]
  /** Position of each name label. */
  readonly labels: readonly Position[]
  /** Centre of mass of all outlines, the initial proposal for the centre. */
  readonly middle: Position
}

/** Converts the outlines of a file to WGS-84, closes open rings, and checks them for overlaps and gaps. */
export function placeOutlines(features: readonly OutlineFeature[], reading: OutlineReading): PlacedOutlines {
  const placed = features.map(({ outline }) => placeOutline(outline, reading))
  const surfaces = placed.map(({ surface }) => surface)
  const [lon, lat] = centerOfMass(joinSurfaces(surfaces)).geometry.coordinates as [number, number]
  return {
    surfaces,
    closed: placed.flatMap(({ closed }, i) => (closed > 0 ? [i] : [])),
    faults: outlineFaults(surfaces),
    labels: surfaces.map(labelPlace),
    middle: [lon, lat],
  }
}
