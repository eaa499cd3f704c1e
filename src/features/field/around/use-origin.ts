import { useMemo, useState } from 'react'
import type { Position } from '@/domain/geodesy/position'
import { useOpened } from '@/store/chentu'
import { useFix } from '@/store/device/fix'

/** Where distances are counted from: the device's position, a place that somebody chose, or where nobody said anything the middle of the city. */
export interface Origin {
  readonly position: Position
  readonly kind: 'measured' | 'chosen' | 'default'
  /** Null where it was not measured. */
  readonly accuracyMetres: number | null
  readonly headingDegrees: number | null
}

/** The origin, how to choose another, and whether one was chosen; the middle of the city until there is one. */
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
