import type { FeatureCollection, Point } from 'geojson'
import { type RefObject, useMemo } from 'react'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { Surface } from '@/domain/geodesy/area-index'
import type { LoadedBasemap } from '@/layers/basemap-layers'
import type { Palette } from '@/layers/palette'
import type { FoundEvent } from '@/ledger/discovery'
import type { LiveMap, OverlayInput } from '@/map/engine/live-map'
import { useFoundMarkers } from '@/map/instance/use-found-markers'
import { useArmsLengthLabels } from '@/map/overlay/use-arms-length-labels'
import type { useDrawnSources } from '@/map/overlay/use-drawn-sources'
import { useOverlay, useSymbols } from '@/map/overlay/use-overlay'
import { useDrawing } from '@/map/pointer/use-drawing'
import { usePicking } from '@/map/pointer/use-picking'
import { useSnapping } from '@/map/pointer/use-snapping'
import { useGround } from '@/map/style/use-ground'
import { useMapStyle } from '@/map/style/use-map-style'
import { lineKey } from '@/questions/source/line-sources'
import type { SourceMapProps } from './source-map-props'

/** What a map shows apart from its month's dustfall; the same on both of two maps. */
export interface MapContent
  extends Pick<
    SourceMapProps,
    | 'opened'
    | 'view'
    | 'marks'
    | 'isFar'
    | 'here'
    | 'tool'
    | 'measured'
    | 'sectors'
    | 'selected'
    | 'onSelect'
    | 'onCounty'
    | 'onPoint'
    | 'onFound'
    | 'onDrawn'
  > {
  readonly palette: Palette
  readonly found: readonly FoundEvent[]
  readonly ringSurface: Surface | null
  readonly basemaps: readonly LoadedBasemap[]
  /** What the map draws of the sources; null until known. */
  readonly drawn: ReturnType<typeof useDrawnSources>
  /** Sources as heat; null if they are drawn otherwise. */
  readonly heat: FeatureCollection<Point> | null
  readonly chosen: OverlayInput['selected']
  readonly look: OverlayInput['look']
}

interface Props extends MapContent {
  /** Null until the map has loaded. */
  readonly map: LiveMap | null
  readonly container: RefObject<HTMLElement | null>
  readonly report: MonthReport | null
  /** Whether the ground is drawn; the sources are drawn after it. */
  readonly groundDrawn: boolean
  readonly onGround: (drawn: true) => void
  readonly onSymbols: (drawn: true) => void
}

/** Draws a month's dustfall and the sources on a map, and lets the user select and draw on it. */
export function useMonthLayers(props: Props) {
  const { map, container, opened, report, palette, view, found, tool } = props
  const { measured, sectors, selected, chosen, ringSurface, basemaps, drawn, heat, look, groundDrawn } = props
  const { dataset } = opened
  const far = useArmsLengthLabels(props.isFar ?? false, props.marks, found, props.here)
  const selectedLine = selected && lineKey(selected.kind, selected.code, selected.sameCode?.nth)
  const {
    style,
    labels,
    points,
    names: all,
    outlines,
    lines,
    hidden,
    around,
  } = useMapStyle({
    opened,
    report,
    palette,
    view,
    measured,
    sectors,
    selectedLine,
    ringSurface,
    basemaps,
    heat,
    leastPixels: far?.pixels ?? 0,
  })
  const names = useMemo(() => (far ? { ...all, far } : all), [all, far])
  useGround({ map, container, style, palette, labels, points, onDrawn: props.onGround })
  useSymbols({
    overlay: useOverlay(map, groundDrawn),
    kinds: dataset.kinds,
    drawn,
    heat,
    container,
    look,
    selected: chosen,
    opacity: view.opacity.sources ?? 1,
    palette,
    names,
    drops: !hidden.has('points'),
    onDrawn: props.onSymbols,
  })
  const picking = usePicking(map, dataset, tool ? null : (drawn?.sources ?? null), props)
  const { near, snap } = useSnapping(map, dataset, drawn?.sources ?? null, tool === 'circle')
  useDrawing(groundDrawn ? map : null, tool, (corners) => {
    const snapped = corners[0] && snap(corners[0])
    props.onDrawn(snapped ? [snapped.at] : corners, snapped?.name)
  })
  useFoundMarkers(map, found, props.onFound)
  return {
    pointer: { ...picking, near, isDrawing: tool !== null && groundDrawn },
    names,
    points,
    outlines,
    lines,
    hidden,
    around,
  }
}
