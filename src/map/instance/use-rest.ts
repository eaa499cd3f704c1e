import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { Box } from '@/store/view/view'
import { type Covered, freeBox } from './covered'
import { onMoveEnd } from './in-step'
import { cameraOf, FITTED, isSameCamera } from './use-camera'

/** Calls each time the map comes to rest with what can be seen of it, and whether it was moved or only its window changed. */
export function useRest(
  map: MapLibreMap | null,
  covered: Covered,
  onRest: ((box: Box, moved: boolean) => void) | undefined,
) {
  const latest = useRef({ covered, onRest })
  latest.current = { covered, onRest }
  useEffect(() => {
    if (!map) return
    let last = cameraOf(map)
    const rest = (event: object) => {
      const now = cameraOf(map)
      const isMoved = !('fitted' in event) && !isSameCamera(last, now)
      latest.current.onRest?.(freeBox(map, latest.current.covered), isMoved)
      last = now
    }
    rest(FITTED)
    return onMoveEnd(map, rest)
  }, [map])
}
