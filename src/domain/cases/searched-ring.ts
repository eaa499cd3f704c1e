import { destination } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { type Wind, windSector } from '@/domain/geodesy/upwind'
import { isCalm, type JudgedWind } from './calm'

/** So far around a place its cause is looked for where nobody said how far. */
export const USUAL_REACH_METRES = 2000

const CORNERS = 48

/** The wind by which the cause of a case is looked for. */
export type SearchWind = Pick<Wind, 'fromDegrees'> & JudgedWind

/**
 * Where the cause of what was noticed at a place is looked for, as a closed ring: the sector that the wind came from, or a circle
 * where nobody knows it (null) or the air was calm.
 */
export const searchedRing = (place: Position, wind: SearchWind | null, metres: number): readonly Position[] =>
  wind && !isCalm(wind)
    ? windSector(place, wind, metres)
    : Array.from({ length: CORNERS + 1 }, (_, i) => destination(place, (360 * i) / CORNERS, metres))
