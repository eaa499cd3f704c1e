import { type CSSProperties, use, useCallback, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { AreaStep } from '@/domain/sources/view/area'
import { paletteOf } from '@/layers/palette'
import { LETTER_ZOOM } from '@/layers/symbols'
import type { FoundEvent } from '@/ledger/discovery'
import { BasemapNotice } from '@/map/basemap/BasemapNotice'
import { useBasemapsDrawn, useLoadedBasemaps } from '@/map/basemap/use-basemaps'
import { CountyDrawing } from '@/map/drawing/CountyDrawing'
import type { LiveMap } from '@/map/engine/live-map'
import { engineName, mapEngine } from '@/map/engine/load-engine'
import type { MapEngine } from '@/map/engine/map-engine'
import { cityBounds } from '@/map/instance/bounds'
import { controlTexts } from '@/map/instance/control-texts'
import { NOTHING_COVERED } from '@/map/instance/covered'
import { useAreaInView } from '@/map/instance/use-area-in-view'
import { useBroughtIntoView } from '@/map/instance/use-brought-into-view'
import {
  useCovered,
  useFitToBounds,
  useRequestedCamera,
  useSettled,
  useStableOnResize,
} from '@/map/instance/use-camera'
import { useHereMarker } from '@/map/instance/use-here-marker'
import { useMapLines } from '@/map/instance/use-map-lines'
import { useMapMarks } from '@/map/instance/use-map-marks'
import { useProvisional } from '@/map/instance/use-provisional'
import { useOnRest } from '@/map/instance/use-rest'
import { useSharedMap } from '@/map/instance/use-shared-map'
import { packageLegend, useLegendOf } from '@/map/legend/legend-in-view'
import { useApart, useChosen } from '@/map/overlay/use-chosen'
import { useDrawnSources } from '@/map/overlay/use-drawn-sources'
import { Pane, Panes } from '@/map/panes/Panes'
import { CursorReadout } from '@/map/pointer/CursorReadout'
import { PointerLayer } from '@/map/pointer/PointerLayer'
import { areaGeometry, heatFeatures } from '@/map/style/map-features'
import { useRingSurface } from '@/map/style/use-ring-surface'
import { useLookLegend } from '@/store/answers/use-look-legend'
import { usePreferences } from '@/store/device/preferences'
import type { Camera } from '@/store/view/view'
import { CountyPin } from './CountyPin'
import { OtherMonth } from './OtherMonth'
import classes from './SourceMap.module.css'
import { SourcesComing } from './SourcesComing'
import type { SourceMapProps } from './source-map-props'
import { useMonthLayers } from './use-month-layers'

const NOTHING_FOUND: readonly FoundEvent[] = []

/**
 * The map of the sources, or two maps in step for two months, drawn by the detected engine or the one the user chose.
 */
export function SourceMap(props: SourceMapProps) {
  const { i18n } = useTranslation()
  const name = engineName(usePreferences((state) => state.mapEngine))
  const engine = use(mapEngine(name))
  const key = `${name} ${i18n.language} ${props.opened.dataset.settings.city.code}`
  return <DrawnMap key={key} mapKey={key} engine={engine} {...props} />
}

interface DrawnMapProps extends SourceMapProps {
  readonly engine: MapEngine
  readonly mapKey: string
}

function DrawnMap({ engine, mapKey, ...props }: DrawnMapProps) {
  const { opened, report, theme, view, other, selected, here, beside } = props
  const { found = NOTHING_FOUND } = props
  // With two maps the panel stands beside them and covers nothing.
  const covered = other ? NOTHING_COVERED : (props.covered ?? NOTHING_COVERED)
  const { look, density, camera } = view
  const { t } = useTranslation()
  const { dataset } = opened
  const palette = paletteOf(theme)
  const container = useRef<HTMLDivElement>(null)
  const [reported] = useState(() => new WeakSet<Camera>())
  const [start] = useState(() => ({
    camera,
    bounds: cityBounds(dataset, view),
    centre: dataset.settings.centre,
    locale: controlTexts(t),
  }))
  const { map, unanswered } = useSharedMap(engine, container, mapKey, start, (next) => {
    reported.add(next)
    props.onCamera(next)
  })
  const [second, setSecond] = useState<LiveMap | null>(null)
  const maps = useMemo(() => [map, second], [map, second])

  const chosen = useChosen(dataset, selected, view.point)
  const drawn = useDrawnSources(map, opened, view, chosen)
  const cells = density.form === 'heat' ? drawn?.sources.cells : null
  const heat = useMemo(() => (cells ? heatFeatures(cells) : null), [cells])
  const [groundDrawn, setGroundDrawn] = useState(false)
  const [symbolsDrawn, setSymbolsDrawn] = useState(false)
  // The county drawing covers the map until the map is fully drawn or the user moves it.
  const provisional = useProvisional(map, symbolsDrawn)
  const ringSurface = useRingSurface(opened)
  const { loaded: basemaps, broken } = useLoadedBasemaps()
  const legend = useLookLegend(look)
  const drawnLook = useMemo(
    () => look && legend && { kind: look.kind, column: look.colour, legend, sizeColumn: look.size },
    [look, legend],
  )
  /** Content shared by both maps. */
  const content = { ...props, found, palette, ringSurface, basemaps, drawn, heat, chosen, look: drawnLook }
  const { pointer, names, points, outlines, lines, hidden, around } = useMonthLayers({
    ...content,
    map,
    container,
    report,
    groundDrawn,
    onGround: setGroundDrawn,
    onSymbols: setSymbolsDrawn,
  })
  useBasemapsDrawn(map, container, basemaps)
  useLegendOf(map, {
    ...packageLegend(dataset),
    sources: drawn?.sources ?? null,
    heat: heat !== null,
    look: drawnLook,
    lettered: drawn !== null && drawn.zoom >= LETTER_ZOOM,
    report,
    other,
    hidden,
    outlines,
    points,
    ring: ringSurface,
    lines,
    ...(props.marks && { marks: props.marks }),
  })
  useHereMarker(map, here)
  useMapMarks(map, props.marks)
  useMapLines(map, beside)
  useCovered(map, covered)
  const asked = useRequestedCamera(map, camera, reported)
  const settled = useSettled(!provisional)
  useStableOnResize(map, settled, asked)
  // Without an `onRest` listener nobody learns that the user has moved the map, so it is not refitted.
  useFitToBounds(map, props.onRest ? start.bounds : null, camera, covered, settled)
  const apart = useApart(map, chosen, drawn, view.hidden)
  const chosenKey = chosen?.key ?? null
  useBroughtIntoView(map, chosen?.at ?? null, covered, apart, { chosen: chosenKey, camera, reported }, () =>
    props.onCamera(null),
  )
  const geometryOf = useCallback(({ area }: AreaStep) => areaGeometry(area, dataset, around), [dataset, around])
  useAreaInView(map, view.filters.area, geometryOf, covered, { camera, reported })
  useOnRest(map, covered, props.onRest)
  const ofPin = { map, dataset, areas: names.countyAreas }
  const pinned = (of: MonthReport | null) => (hidden.has('dustfall') ? null : of)

  return (
    <div
      className={classes.frame}
      style={{ '--covered-right': `${covered.right}px`, '--covered-bottom': `${covered.bottom}px` } as CSSProperties}
    >
      <Panes covered={other ? (props.covered ?? NOTHING_COVERED) : NOTHING_COVERED}>
        <Pane report={report} other={other}>
          <div ref={container} className={classes.map} data-testid="map" data-covered={provisional} />
          {provisional && <CountyDrawing {...{ dataset, report, theme, view, covered }} />}
          <CountyPin {...ofPin} report={pinned(report)} />
          {map && <PointerLayer {...pointer} map={map} leads onSelect={props.onSelect} />}
        </Pane>
        {map && other && report && (
          <Pane report={other} other={report}>
            <OtherMonth
              {...content}
              engine={engine}
              leader={map}
              report={other}
              locale={start.locale}
              onMap={setSecond}
            />
            <CountyPin {...ofPin} report={pinned(other)} />
          </Pane>
        )}
      </Panes>
      <div className={classes.north} data-scale={beside ? 'beside' : 'within'} aria-hidden="true">
        {t('map.north')}
      </div>
      {beside?.pointer && createPortal(<CursorReadout maps={maps} />, beside.pointer)}
      {(provisional || !symbolsDrawn) && <SourcesComing />}
      <BasemapNotice
        broken={[...broken, ...basemaps.map(({ basemap }) => basemap).filter(({ id }) => unanswered.includes(id))]}
      />
    </div>
  )
}
