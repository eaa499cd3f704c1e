import { useMemo } from 'react'
import type { Position } from '@/domain/geodesy/position'
import type { DrawnSources } from '@/domain/sources/view/drawn-sources'
import { linesOf } from '@/layers/map-labels'
import type { LiveMap } from '@/map/engine/live-map'
import type { Apart } from '@/map/instance/use-brought-into-view'
import type { Dataset } from '@/questions/dataset'
import type { SourceSummary } from '@/questions/source/source-summary'
import { type Chosen, chosenOffMap, isDrawnSeparately } from './chosen-apart'

export interface ChosenPlace {
  /** Unique key among everything that can be chosen. */
  readonly key: string
  readonly at: Position
  /** A drop stands on its position; a symbol is centred on it. */
  readonly isDrop: boolean
  readonly chosen: Chosen
}

/**
 * The chosen source or dustfall point and its position; a point takes precedence, because its card is on top. Returns
 * the same object while the position is unchanged, so that changed findings do not move the map back.
 */
export function useChosen(
  dataset: Dataset,
  selected: Pick<SourceSummary, 'kind' | 'code' | 'sameCode' | 'position'> | null,
  point: string | null,
): ChosenPlace | null {
  const { kind, code, sameCode, position } = selected ?? {}
  const [lon, lat] = position ?? []
  const nth = sameCode?.nth ?? 1
  return useMemo((): ChosenPlace | null => {
    if (point !== null) {
      const found = dataset.dustfallPoints.find((each) => each.code === point)
      if (!found || Number.isNaN(found.lon)) return null
      return { key: `point ${point}`, at: [found.lon, found.lat], isDrop: true, chosen: { type: 'point' } }
    }
    if (kind === undefined || code === undefined || lon === undefined || lat === undefined) return null
    const key = JSON.stringify([kind, code, nth])
    const at: Position = [lon, lat]
    const line = dataset.lines.find((each) => each.kind === kind && each.code === code && each.nth === nth)
    const [lons, lats] = line
      ? [0, 1].map((i) =>
          linesOf(line.geometry)
            .flat()
            .map((each) => each[i]!),
        )
      : []
    const chosen: Chosen =
      lons && lats
        ? { type: 'line', reach: [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] }
        : { type: 'source', kind, code, nth }
    return { key, at, isDrop: false, chosen }
  }, [dataset, point, kind, code, nth, lon, lat])
}

/** Whether the chosen thing is drawn by itself; null while unknown. */
export function useApart(
  map: LiveMap | null,
  chosen: ChosenPlace | null,
  drawn: { readonly sources: DrawnSources; readonly zoom: number; readonly offMap: Chosen | null } | null,
  hidden: readonly string[],
): Apart | null {
  return useMemo(() => {
    if (!map || !chosen || !drawn) return null
    // Drawn before the choice, so a chosen source of a hidden layer is not yet included.
    if (drawn.offMap !== chosenOffMap(chosen.chosen, hidden)) return null
    const pixel = (at: Position) => map.project(at)
    return { zoom: drawn.zoom, isApart: isDrawnSeparately(chosen.chosen, chosen.at, drawn.sources, pixel) }
  }, [map, chosen, drawn, hidden])
}
