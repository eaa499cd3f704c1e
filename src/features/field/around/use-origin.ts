import { useMemo, useState } from 'react'
import type { Position } from '@/domain/geodesy/position'
import { useOpened } from '@/store/chentu'
import { useFix } from '@/store/device/fix'

/** Where distances are counted from: the device's position, or a place that somebody chose. */
export interface Origin {
  readonly position: Position
  /** Null where a person chose the position. */
  readonly accuracyMetres: number | null
  readonly headingDegrees: number | null
}

/** The origin, and how to choose another; the middle of the city until there is one. */
export function useOrigin(): readonly [Origin, (position: Position | null) => void] {
  const { dataset } = useOpened()
  const fix = useFix((state) => state.fix)
  const [chosen, setChosen] = useState<Position | null>(null)
  const origin = useMemo((): Origin => {
    if (chosen || !fix)
      return { position: chosen ?? [...dataset.settings.centre], accuracyMetres: null, headingDegrees: null }
    return fix
  }, [chosen, fix, dataset])
  return [origin, setChosen]
}
