import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Position } from '@/domain/geodesy/position'
import type { DrawnSources } from '@/domain/sources/view/drawn-sources'
import type { LiveMap } from '@/map/engine/live-map'
import type { Dataset } from '@/questions/dataset'
import { indexPointer } from './pointer-index'
import { findSnapTarget, type SnapTarget } from './snapping'

/**
 * While on, snaps positions to nearby points or sources. Returns what the pointer is near, and a function that snaps a
 * position.
 */
export function useSnapping(map: LiveMap | null, dataset: Dataset, drawn: DrawnSources | null, isOn: boolean) {
  const [near, setNear] = useState<SnapTarget | null>(null)
  const index = useMemo(() => (isOn && drawn ? indexPointer(drawn) : null), [isOn, drawn])
  const snap = useCallback(
    (at: Position): SnapTarget | null => (map && isOn ? findSnapTarget(map, dataset, index, at) : null),
    [map, isOn, dataset, index],
  )
  useEffect(() => {
    if (!map || !isOn) return
    const moved = map.on('mousemove', ({ lngLat }) => {
      const next = snap([lngLat.lng, lngLat.lat])
      setNear((before) => (before?.name === next?.name && before?.at[0] === next?.at[0] ? before : next))
    })
    const gone = [map.on('mouseout', () => setNear(null)), map.on('movestart', () => setNear(null))]
    return () => {
      setNear(null)
      for (const each of [moved, ...gone]) each.unsubscribe()
    }
  }, [map, isOn, snap])
  return { near, snap }
}
