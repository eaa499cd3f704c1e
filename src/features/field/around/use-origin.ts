import { useMemo, useState } from 'react'
import type { Position } from '@/domain/geodesy/position'
import { useOpened } from '@/store/chentu'
import { useFix } from '@/store/device/fix'

/**
 * Point from which distances are measured: the device's position, a place chosen by the user, or else the city's
 * centre.
 */
export interface Origin {
  readonly position: Position
  readonly kind: 'measured' | 'chosen' | 'default'
  /** Null if not measured. */
  readonly accuracyMetres: number | null
  readonly headingDegrees: number | null
}

/** The origin, a function to choose another, and whether one was chosen. */
export function useOrigin(): readonly [Origin, (position: Position | null) => void, boolean] {
  const { dataset } = useOpened()
  const fix = useFix((state) => state.fix)
  const [chosen, setChosen] = useState<Position | null>(null)
  const origin = useMemo((): Origin => {
    if (fix && !chosen) return { ...fix, kind: 'measured' }
    const unknown = { accuracyMetres: null, headingDegrees: null }
    if (chosen) return { position: chosen, kind: 'chosen', ...unknown }
    return { position: [...dataset.settings.centre], kind: 'default', ...unknown }
  }, [chosen, fix, dataset])
  return [origin, setChosen, chosen !== null]
}
