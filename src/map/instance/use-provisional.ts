import { useEffect, useState } from 'react'
import type { LiveMap } from '@/map/engine/live-map'
import { drawnOut } from './drawn-out'

/** So long the map may take to come to rest, once everything was handed to it: a basemap's server may never answer. */
const MOST_WAIT_MS = 4000

/** Whether the map does not yet show all that was handed to it, and nobody has moved it. */
export function useProvisional(map: LiveMap | null, symbolsDrawn: boolean): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    // What was drawn while nobody saw it is drawn where it is seen.
    if (settled) map?.redraw()
    if (!map || settled) return
    const settle = () => setSettled(true)
    // What the app itself moves, the drawing follows.
    const moved = map.on('movestart', ({ originalEvent }) => originalEvent && settle())
    const idle = symbolsDrawn ? map.on('idle', () => void drawnOut(map.getContainer()).then(settle, settle)) : null
    const timer = symbolsDrawn ? setTimeout(settle, MOST_WAIT_MS) : undefined
    if (symbolsDrawn) map.redraw()
    return () => {
      moved.unsubscribe()
      idle?.unsubscribe()
      clearTimeout(timer)
    }
  }, [map, symbolsDrawn, settled])
  return !settled
}
