import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useState } from 'react'

/** So long the map may take to come to rest, once everything was handed to it: a basemap's server may never answer. */
const MOST_WAIT_MS = 4000

/** Whether the map does not yet show all that was handed to it, and nobody has moved it. */
export function useProvisional(map: MapLibreMap | null, symbolsDrawn: boolean): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    if (!map || settled) return
    const settle = () => setSettled(true)
    // What the app itself moves, the drawing follows.
    const moved = map.on('movestart', ({ originalEvent }) => originalEvent && settle())
    const idle = symbolsDrawn ? map.on('idle', settle) : null
    const timer = symbolsDrawn ? setTimeout(settle, MOST_WAIT_MS) : undefined
    if (symbolsDrawn) map.triggerRepaint()
    return () => {
      moved.unsubscribe()
      idle?.unsubscribe()
      clearTimeout(timer)
    }
  }, [map, symbolsDrawn, settled])
  return !settled
}
