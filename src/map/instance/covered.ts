import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Position } from '@/domain/geodesy/position'
import type { Covered, LiveMap } from '@/map/engine/live-map'
import type { Box } from '@/store/view/view'

export type { Covered }

export const NOTHING_COVERED: Covered = { top: 0, right: 0, bottom: 0, left: 0 }

/** A position closer to an edge than this does not count as plainly visible. */
const EDGE_PIXELS = 40
/** At least this much of the map counts as free, however much covers it: a map can't be fitted into less. */
const MIN_FREE_PIXELS = 120

/** How much of a map's frame a panel at one of its edges covers. */
export function coveredBy(map: HTMLElement, over: HTMLElement | null): Covered {
  if (!over) return NOTHING_COVERED
  const [frame, panel] = [map.getBoundingClientRect(), over.getBoundingClientRect()]
  const width = Math.min(frame.right, panel.right) - Math.max(frame.left, panel.left)
  const height = Math.min(frame.bottom, panel.bottom) - Math.max(frame.top, panel.top)
  if (width <= 0 || height <= 0) return NOTHING_COVERED
  // A sheet (as wide as the map) covers the bottom; a drawer (as high) covers the right.
  if (width > frame.width / 2)
    return { ...NOTHING_COVERED, bottom: Math.max(0, Math.min(height, frame.height - MIN_FREE_PIXELS)) }
  return { ...NOTHING_COVERED, right: Math.max(0, Math.min(width, frame.width - MIN_FREE_PIXELS)) }
}

/** Measures what a panel covers of a map, and again when either is resized. */
export function useCoveredBy(frame: RefObject<HTMLElement | null>, panel: RefObject<HTMLElement | null>): Covered {
  const [covered, setCovered] = useState(NOTHING_COVERED)
  useLayoutEffect(() => {
    const [map, over] = [frame.current, panel.current]
    if (!map || !over) return
    const measure = () => {
      const next = coveredBy(map, over)
      setCovered((before) => (before.right === next.right && before.bottom === next.bottom ? before : next))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(map)
    observer.observe(over)
    return () => observer.disconnect()
  }, [frame, panel])
  return covered
}

/** Whether a position is well within the uncovered part of the map. */
export function isWellVisible(map: LiveMap, position: Position, { top, right, bottom, left }: Covered): boolean {
  const { x, y } = map.project(position)
  const { clientWidth, clientHeight } = map.getContainer()
  return (
    x >= left + EDGE_PIXELS &&
    x <= clientWidth - right - EDGE_PIXELS &&
    y >= top + EDGE_PIXELS &&
    y <= clientHeight - bottom - EDGE_PIXELS
  )
}

/** Bounds of the uncovered part of the map, in degrees. */
export function uncoveredBounds(map: LiveMap, { top, right, bottom, left }: Covered): Box {
  const { clientWidth, clientHeight } = map.getContainer()
  const { lng: west, lat: south } = map.unproject([left, clientHeight - bottom])
  const { lng: east, lat: north } = map.unproject([clientWidth - right, top])
  return [west, south, east, north]
}
