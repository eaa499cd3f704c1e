import { type Map as MapLibreMap, Marker } from 'maplibre-gl'
import { useEffect } from 'react'
import type { FoundEvent } from '@/ledger/found-file'
import classes from './markers.module.css'

/** A sign at each of the sources that teams found and no list has. */
export function useFoundMarkers(map: MapLibreMap | null, found: readonly FoundEvent[]) {
  useEffect(() => {
    if (!map) return
    const markers = found.map(({ body }) => {
      const element = document.createElement('div')
      element.className = classes.found!
      element.textContent = '+'
      element.title = body.target.name
      const [lon, lat] = body.position
      return new Marker({ element }).setLngLat([lon, lat]).addTo(map)
    })
    return () => {
      for (const marker of markers) marker.remove()
    }
  }, [map, found])
}
