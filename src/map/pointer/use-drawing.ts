import { useEffect, useRef } from 'react'
import type { Position } from '@/domain/geodesy/position'
import type { LiveMap } from '@/map/engine/live-map'
import type { DrawTool } from './draw'

/** Lets the user draw on the map with a tool; null ends it. The drawing code loads with the first tool. */
export function useDrawing(
  map: LiveMap | null,
  tool: DrawTool | null,
  onDrawn: (corners: readonly Position[]) => void,
) {
  const latestOnDrawn = useRef(onDrawn)
  latestOnDrawn.current = onDrawn
  useEffect(() => {
    if (!map || !tool) return
    let stop: (() => void) | null = null
    let gone = false
    void Promise.all([import('./draw'), map.drawAdapter()]).then(([{ startDrawing }, adapter]) => {
      if (!gone) stop = startDrawing(map, adapter, tool, (corners) => latestOnDrawn.current(corners))
    })
    return () => {
      gone = true
      stop?.()
    }
  }, [map, tool])
}
