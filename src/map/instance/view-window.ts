import { mercator } from '@/domain/geodesy/mercator'
import type { Window } from '@/domain/sources/view/drawn-sources'
import type { MapPlaces } from '@/map/engine/live-map'

/** The zoom rounded down to half a level: within a level the same symbols are drawn, so the scene is not recomputed. */
export const levelOf = (map: Pick<MapPlaces, 'getZoom'>) => Math.floor(map.getZoom() * 2) / 2

/** The part of the world in view, extended by half its size on every side, so that a short pan shows no edge. */
export function windowOf(map: MapPlaces): Window {
  const bounds = map.getBounds()
  const [west, north] = mercator(bounds.getWest(), bounds.getNorth())
  const [east, south] = mercator(bounds.getEast(), bounds.getSouth())
  return extended({ west, north, east, south })
}

/** A part of the world, extended by half its size on every side. */
export function extended({ west, north, east, south }: Window): Window {
  const [width, height] = [east - west, south - north]
  return { west: west - width / 2, east: east + width / 2, north: north - height / 2, south: south + height / 2 }
}
