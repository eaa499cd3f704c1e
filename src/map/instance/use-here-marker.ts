import { useEffect } from 'react'
import type { Position } from '@/domain/geodesy/position'
import type { LiveMap } from '@/map/engine/live-map'
import classes from './markers.module.css'

/** Adds a dot at the user's position; none without a position. */
export function useHereMarker(map: LiveMap | null, here: Position | undefined) {
  useEffect(() => {
    if (!map || !here) return
    const element = document.createElement('div')
    element.className = classes.here!
    return map.place(element, here)
  }, [map, here])
}
