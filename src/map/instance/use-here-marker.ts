import { type Map as MapLibreMap, Marker } from 'maplibre-gl'
import { useEffect } from 'react'
import type { Position } from '@/domain/geodesy/position'
import classes from './markers.module.css'

/** A dot where the reader is; none without a position. */
export function useHereMarker(map: MapLibreMap | null, here: Position | undefined) {
  useEffect(() => {
    if (!map || !here) return
    const element = document.createElement('div')
    element.className = classes.here!
    const marker = new Marker({ element }).setLngLat([...here]).addTo(map)
    return () => void marker.remove()
  }, [map, here])
}
