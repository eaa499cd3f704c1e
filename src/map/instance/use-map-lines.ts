import { useEffect } from 'react'
import type { LiveMap } from '@/map/engine/live-map'

/** Puts the scale and the attribution into two elements beside the map, or on the map itself if `beside` is absent. */
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
