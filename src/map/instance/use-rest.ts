import { useEffect, useRef } from 'react'
import type { LiveMap } from '@/map/engine/live-map'
import type { Box } from '@/store/view/view'
import { type Covered, uncoveredBounds } from './covered'
import { isSameCamera } from './same-camera'
import { onMoveEnd } from './sync-cameras'
import { cameraOf, FIT_MOVE } from './use-camera'

/**
 * Calls `onRest` whenever the map comes to rest, with its visible bounds and whether it was moved (not just resized or
 * fitted).
 */
export function useOnRest(
  map: LiveMap | null,
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
      latest.current.onRest?.(uncoveredBounds(map, latest.current.covered), isMoved)
      last = now
    }
    rest(FIT_MOVE)
    return onMoveEnd(map, rest)
  }, [map])
}
