import { useEffect, useState } from 'react'
import type { LiveMap } from '@/map/engine/live-map'
import { whenGpuFinished } from './when-gpu-finished'

/** How long the map may take to become idle once it has everything; a basemap's server may never answer. */
const MAX_WAIT_MS = 4000

/** Whether the map does not yet show everything and the user has not moved it. */
export function useProvisional(map: LiveMap | null, symbolsDrawn: boolean): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    // Redraw what was drawn while the map was hidden.
    if (settled) map?.redraw()
    if (!map || settled) return
    const settle = () => setSettled(true)
    // The drawing follows moves made by the app; only a user's move ends it.
    const moved = map.on('movestart', ({ originalEvent }) => originalEvent && settle())
    const idle = symbolsDrawn
      ? map.on('idle', () => void whenGpuFinished(map.getContainer()).then(settle, settle))
      : null
    const timer = symbolsDrawn ? setTimeout(settle, MAX_WAIT_MS) : undefined
    if (symbolsDrawn) map.redraw()
    return () => {
      moved.unsubscribe()
      idle?.unsubscribe()
      clearTimeout(timer)
    }
  }, [map, symbolsDrawn, settled])
  return !settled
}
