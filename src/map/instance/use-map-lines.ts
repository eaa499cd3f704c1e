import { useEffect } from 'react'
import type { LiveMap } from '@/map/engine/live-map'

/** Puts the scale and the attribution of the maps below into two elements beside the map; without them, on the map itself. */
export function useMapLines(
  map: LiveMap | null,
  beside?: { readonly scale: HTMLElement | null; readonly attribution: HTMLElement | null },
) {
  const { scale, attribution } = beside ?? {}
  useEffect(() => {
    if (!map || scale === null || attribution === null) return
    return map.addLines({ ...(scale && { scale }), ...(attribution && { attribution }) })
  }, [map, scale, attribution])
}
