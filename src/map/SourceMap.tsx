import { type CSSProperties, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { Position } from '@/domain/geodesy/position'
import { paletteOf, type Theme } from '@/layers/palette'
import { LETTER_ZOOM } from '@/layers/symbols'
import type { FoundEvent } from '@/ledger/found-file'
import { BasemapNotice } from '@/map/basemap/BasemapNotice'
import { useBasemapsDrawn, useLoadedBasemaps } from '@/map/basemap/use-basemaps'
import { CountyDrawing } from '@/map/drawing/CountyDrawing'
import { boundsOf } from '@/map/instance/bounds'
import { controlTexts } from '@/map/instance/control-texts'
import { type Covered, NOTHING_COVERED } from '@/map/instance/covered'
import { canDrawMap } from '@/map/instance/create-map'
import { useAskedCamera, useBroughtIntoView, useCovered, useFitted } from '@/map/instance/use-camera'
import { useFoundMarkers } from '@/map/instance/use-found-markers'
import { useHereMarker } from '@/map/instance/use-here-marker'
import { useMapLines } from '@/map/instance/use-map-lines'
import { useProvisional } from '@/map/instance/use-provisional'
import { useRest } from '@/map/instance/use-rest'
import { useSharedMap } from '@/map/instance/use-shared-map'
import { useLegendOf } from '@/map/legend-in-view'
import { useDrawnSources } from '@/map/overlay/use-drawn-sources'
import { useOverlay, useSymbols } from '@/map/overlay/use-overlay'
import { CursorReadout } from '@/map/pointer/CursorReadout'
import type { DrawTool } from '@/map/pointer/draw'
import { MapTip } from '@/map/pointer/MapTip'
import { useDrawing } from '@/map/pointer/use-drawing'
import { usePicking } from '@/map/pointer/use-picking'
import { heatFeatures } from '@/map/style/map-features'
import { useGround } from '@/map/style/use-ground'
import { useMapStyle } from '@/map/style/use-map-style'
import { useRingSurface } from '@/map/style/use-ring-surface'
import { lineKey } from '@/questions/line-sources'
import type { SourceSummary } from '@/questions/source-summary'
import { useLookLegend } from '@/store/answers/use-look-legend'
import type { Opened } from '@/store/chentu'
import type { Box, Camera, SourceKey, View } from '@/store/view/view'
import { CountyPin } from './CountyPin'
import classes from './SourceMap.module.css'
import { SwipeMap } from './SwipeMap'

const NOTHING_FOUND: readonly FoundEvent[] = []

export interface SourceMapProps {
  readonly opened: Opened
  readonly report: MonthReport | null
  readonly theme: Theme
  readonly view: Pick<View, 'hidden' | 'opacity' | 'county' | 'camera' | 'filters' | 'look' | 'density' | 'selected'>
  /** The tool in hand; null pans and chooses. */
  readonly tool: DrawTool | null
  readonly measured: readonly Position[]
  readonly sectors: readonly (readonly Position[])[]
  /** Where the reader stands; absent away from the field. */
  readonly here?: Position
  /** What teams found and no list has. */
  readonly found?: readonly FoundEvent[]
  /** What lies over the map; nothing where not said. */
  readonly covered?: Covered
  /** Where scale, attribution and the pointer's place are said; on the map where not given, without the pointer's place. */
  readonly beside?: Beside
  /** Report of the month that lies beside the chosen one; null where none does. */
  readonly other: MonthReport | null
  readonly selected: Pick<SourceSummary, 'kind' | 'code' | 'sameCode' | 'position'> | null
  /** A source was chosen on the map, or nothing. */
  onSelect(source: SourceKey | null): void
  onCounty(code: string | null): void
  /** A dustfall point was chosen on the map. */
  onPoint?(code: string): void
  onCamera(camera: Camera): void
  /** The map came to rest and shows this, having been moved or only in another window. */
  onRest?(box: Box, moved: boolean): void
  onDrawn(corners: readonly Position[]): void
}

/** Elements beside the map, null until they are there. */
export interface Beside {
  readonly scale: HTMLElement | null
  readonly attribution: HTMLElement | null
  readonly pointer: HTMLElement | null
}

/** The map of the sources. Where it can't be drawn it says why; lists and cards work without it. */
export function SourceMap(props: SourceMapProps) {
  const { t, i18n } = useTranslation()
  const [drawable] = useState(canDrawMap)
  if (!drawable) {
    return (
      <div className={classes.refused} role="alert">
        <strong>{t('map.noWebgl')}</strong>
        <p>{t('map.noWebglHelp')}</p>
      </div>
    )
  }
  const key = `${i18n.language} ${props.opened.dataset.settings.city.code}`
  return <DrawnMap key={key} mapKey={key} {...props} />
}

function DrawnMap({ mapKey, ...props }: SourceMapProps & { readonly mapKey: string }) {
  const { opened, report, theme, view, tool, measured, sectors, other, selected, here, beside } = props
  const { covered = NOTHING_COVERED, found = NOTHING_FOUND } = props
  const { look, density, camera } = view
  const { t } = useTranslation()
  const { dataset } = opened
  const palette = paletteOf(theme)
  const container = useRef<HTMLDivElement>(null)
  const [reported] = useState(() => new WeakSet<Camera>())
  const [start] = useState(() => ({
    camera,
    bounds: boundsOf(dataset.outlines),
    centre: dataset.settings.centre,
    locale: controlTexts(t),
  }))
  const { map, unanswered, shared } = useSharedMap(container, mapKey, start, (next) => {
    reported.add(next)
    props.onCamera(next)
  })

  const drawn = useDrawnSources(map, opened, view)
  const cells = density.form === 'heat' ? drawn?.sources.cells : null
  const heat = useMemo(() => (cells ? heatFeatures(cells) : null), [cells])
  const [groundDrawn, setGroundDrawn] = useState(false)
  const [symbolsDrawn, setSymbolsDrawn] = useState(false)
  // The drawing lies over the map until all of it stands, or a hand moves it.
  const provisional = useProvisional(map, symbolsDrawn)
  const ringSurface = useRingSurface(opened, groundDrawn)
  const selectedLine = selected && lineKey(selected.kind, selected.code, selected.sameCode?.nth)
  const { loaded: basemaps, broken } = useLoadedBasemaps()
  const { style, labels, points, names, outlines, lines, hidden } = useMapStyle({
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
  })
  useGround({ map, container, style, palette, labels, points, onDrawn: setGroundDrawn })
  useBasemapsDrawn(map, container, basemaps)

  const [lon, lat] = selected?.position ?? []
  // The same object as long as the source stays where it is: findings that change must not move the map back to it.
  const selectedAt = useMemo(
    (): Position | null => (lon === undefined || lat === undefined ? null : [lon, lat]),
    [lon, lat],
  )
  const legend = useLookLegend(look)
  const drawnLook = useMemo(
    () => look && legend && { kind: look.kind, legend, bySize: look.size !== null },
    [look, legend],
  )
  const overlay = useOverlay(shared, groundDrawn)
  const opacity = view.opacity.sources ?? 1
  useSymbols({
    overlay,
    kinds: dataset.kinds,
    drawn,
    heat,
    container,
    look: drawnLook,
    selected: selectedAt,
    opacity,
    palette,
    names,
    drops: !hidden.has('points'),
    onDrawn: setSymbolsDrawn,
  })

  useLegendOf(map, {
    kinds: dataset.kinds,
    sources: drawn?.sources ?? null,
    heat: heat !== null,
    lettered: drawn !== null && drawn.zoom >= LETTER_ZOOM,
    report,
    hidden,
    outlines,
    points,
    ring: ringSurface,
    builtUpArea: dataset.builtUpArea,
    rivers: dataset.rivers,
    neighbours: dataset.neighbours,
    lines,
  })

  const hovered = usePicking(map, dataset, tool ? null : (drawn?.sources ?? null), props)
  useDrawing(groundDrawn ? map : null, tool, props.onDrawn)
  useHereMarker(map, here)
  useFoundMarkers(map, found)
  useMapLines(map, beside)
  useCovered(map, covered)
  // Whoever does not hear of the camera can't know that a hand has moved the map.
  useFitted(map, props.onRest ? start.bounds : null, camera, covered)
  useAskedCamera(map, camera, reported)
  const source = view.selected && JSON.stringify(view.selected)
  useBroughtIntoView(map, selectedAt, covered, { source, camera, reported })
  useRest(map, covered, props.onRest)

  return (
    <div
      className={classes.frame}
      style={{ '--covered-right': `${covered.right}px`, '--covered-bottom': `${covered.bottom}px` } as CSSProperties}
    >
      <div ref={container} className={classes.map} data-testid="map" />
      {provisional && <CountyDrawing {...{ dataset, report, theme, view, covered }} />}
      <div className={classes.north} aria-hidden="true">
        {t('map.north')}
      </div>
      <CountyPin
        map={map}
        dataset={dataset}
        areas={names.countyAreas}
        report={hidden.has('dustfall') ? null : report}
      />
      {beside?.pointer && createPortal(<CursorReadout map={map} />, beside.pointer)}
      {map && other && report && <SwipeMap {...{ map, opened, report, other, palette, view, ringSurface, basemaps }} />}
      <BasemapNotice
        broken={[...broken, ...basemaps.map(({ basemap }) => basemap).filter(({ id }) => unanswered.includes(id))]}
      />
      {hovered && container.current && <MapTip hovered={hovered} map={container.current} />}
    </div>
  )
}
