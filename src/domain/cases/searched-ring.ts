import { destination } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { type Wind, windSector } from '@/domain/geodesy/upwind'
import { isCalm, type WindWithCalmLimit } from './calm'

/** The default radius in which a cause is searched for. */
export const USUAL_REACH_METRES = 2000

const CORNERS = 48

/** The wind used to search for the cause of a case. */
export type SearchWind = Pick<Wind, 'fromDegrees'> & WindWithCalmLimit

/**
 * The area in which the cause is searched for, as a closed ring: the sector that the wind came from, or a circle if the
 * wind is unknown (null) or calm.
 */
export const searchedRing = (place: Position, wind: SearchWind | null, metres: number): readonly Position[] =>
  wind && !isCalm(wind)
    ? windSector(place, wind, metres)
    : Array.from({ length: CORNERS + 1 }, (_, i) => destination(place, (360 * i) / CORNERS, metres))
