import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useState } from 'react'

/** Whether the map has been moved since it was shown. */
export function useMoved(map: MapLibreMap | null): boolean {
  const [moved, setMoved] = useState(false)
  useEffect(() => {
    if (!map) return
    const started = map.on('movestart', () => setMoved(true))
    return () => started.unsubscribe()
  }, [map])
  return moved
}
