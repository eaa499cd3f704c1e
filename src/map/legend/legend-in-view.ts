import { useEffect } from 'react'
import { create } from 'zustand'
import { shallow } from 'zustand/shallow'
import { type LegendEntry, type LegendState, legendOf } from '@/layers/legend'
import type { LiveMap } from '@/map/engine/live-map'
import { onMoveEnd } from '@/map/instance/sync-cameras'
import { useSameObject } from '@/map/same-object'
import type { Dataset } from '@/questions/dataset'

const useEntries = create<{ readonly entries: readonly LegendEntry[] }>()(() => ({ entries: [] }))

/** Entries for what the map shows now, for a legend beside it. */
export const useLegend = (): readonly LegendEntry[] => useEntries(({ entries }) => entries)

/** The parts of a package that a legend may name. */
export const packageLegend = ({ kinds, builtUpArea, rivers, neighbours }: Dataset) => ({
  kinds,
  builtUpArea,
  rivers,
  neighbours,
})

/** Keeps the legend's entries in step with what is in view. */
export function useLegendOf(map: LiveMap | null, drawn: Omit<LegendState, 'bounds'>): void {
  const state = useSameObject(drawn)
  useEffect(() => {
    if (!map) return
    const look = () => {
      const box = map.getBounds()
      const bounds = [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()] as const
      const entries = legendOf({ ...state, bounds })
      // Most moves change no or few entries; unchanged ones keep their identity so that they are not rendered again.
      const before = new Map(useEntries.getState().entries.map((entry) => [JSON.stringify(entry), entry]))
      const next = entries.map((entry) => before.get(JSON.stringify(entry)) ?? entry)
      if (!shallow(next, useEntries.getState().entries)) useEntries.setState({ entries: next })
    }
    look()
    return onMoveEnd(map, look)
  }, [map, state])
  useEffect(() => () => useEntries.setState({ entries: [] }), [])
}
