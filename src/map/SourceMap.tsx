import { type Map as MapLibreMap, Marker } from 'maplibre-gl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { Surface } from '@/domain/geodesy/area-index'
import type { Position } from '@/domain/geodesy/position'
import type { Scene } from '@/domain/sources/view/scene'
import { paletteOf, type Theme } from '@/layers/palette'
import type { Dataset } from '@/questions/answers'
import { lineKey } from '@/questions/answers'
import type { SourceSummary } from '@/questions/source-summary'
import { useLookLegend } from '@/store/answers/use-look-legend'
import type { Opened } from '@/store/chentu'
import type { Camera, View } from '@/store/view/view'
import { datasetWorker, whenAnswered } from '@/workers/client'
import { BasemapNotice } from './BasemapNotice'
import { CursorReadout } from './CursorReadout'
import { controlTexts } from './control-texts'
import { boundsOf, canDrawMap } from './create-map'
import type { DrawTool } from './draw'
import { loadFont } from './font'
import { keepDrawing } from './keep-drawing'
import { heatFeatures } from './map-inputs'
import classes from './SourceMap.module.css'
import { SwipeMap } from './SwipeMap'
import { putStyleImages } from './style-images'
import { useLoadedBasemaps } from './use-basemaps'
import { useMapStyle } from './use-map-style'
import { usePicking } from './use-picking'
import { useOverlay, useStandingMap } from './use-standing-map'
import { levelOf, windowOf } from './view-window'

export interface SourceMapProps {
  readonly opened: Opened
  readonly report: MonthReport | null
  readonly theme: Theme
  readonly view: Pick<View, 'hidden' | 'opacity' | 'county' | 'camera' | 'filters' | 'look' | 'density'>
  /** The tool in hand; null pans and chooses. */
  readonly tool: DrawTool | null
  readonly measured: readonly Position[]
  readonly sectors: readonly (readonly Position[])[]
  /** Where the reader is, for who is out there. */
  readonly here?: Position
  /** Report of the month that lies beside the chosen one; null where none does. */
  readonly other: MonthReport | null
  readonly selected: Pick<SourceSummary, 'kind' | 'code' | 'position'> | null
  /** A source was chosen on the map, or nothing. */
  onSelect(source: Pick<SourceSummary, 'kind' | 'code'> | null): void
  onCounty(code: string | null): void
  onCamera(camera: Camera): void
  onDrawn(corners: readonly Position[]): void
}

/** Near enough to see which street a source is in. */
const SOURCE_ZOOM = 12.5

/** How many sources a scene stands for. */
const countOf = ({ symbols, dots, cells }: Scene) =>
  symbols.rows.length + dots.rows.length + (cells?.counts.reduce((sum, count) => sum + count, 0) ?? 0)

/** What is to be drawn of the shown sources for the view of the map; the worker works it out whenever either changes. */
function useScene(
  map: MapLibreMap | null,
  { dataset, judgement, shown }: Opened,
  { hidden, look, density }: SourceMapProps['view'],
) {
  const [scene, setScene] = useState<{ scene: Scene; zoom: number; of: Dataset } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: judgement and shown are what the worker looks at
  useEffect(() => {
    if (!map) return
    let asked = 0
    const ask = () => {
      const mine = ++asked
      const zoom = levelOf(map)
      void datasetWorker()
        .scene({ window: windowOf(map), zoom, hidden, look, density })
        .then((next) => mine === asked && setScene({ scene: next, zoom, of: dataset }))
    }
    ask()
    map.on('moveend', ask)
    return () => {
      asked = -1
      map.off('moveend', ask)
    }
  }, [map, dataset, judgement, shown, hidden, look, density])
  // Rows of another package mean nothing in this one.
  return scene?.of === dataset ? scene : null
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
  return <DrawnMap key={key} standingKey={key} {...props} />
}

function DrawnMap({ standingKey, ...props }: SourceMapProps & { readonly standingKey: string }) {
  const { opened, report, theme, view, tool, measured, sectors, other, selected, here } = props
  const { t } = useTranslation()
  const { dataset, ring } = opened
  const palette = paletteOf(theme)
  const container = useRef<HTMLDivElement>(null)
  const reported = useRef(new WeakSet<Camera>())
  const [start] = useState(() => ({
    camera: view.camera,
    bounds: boundsOf(dataset.outlines),
    centre: dataset.settings.centre,
    locale: controlTexts(t),
  }))
  const { map, silent, standing } = useStandingMap(container, standingKey, start, (camera) => {
    reported.current.add(camera)
    props.onCamera(camera)
  })
  const [based, setBased] = useState(false)
  const [ringSurface, setRingSurface] = useState<Surface | null>(null)
  const overlay = useOverlay(standing, based)

  const selectedLine = selected && lineKey(selected.kind, selected.code)
  const { loaded: basemaps, broken } = useLoadedBasemaps()
  const scene = useScene(map, opened, view)
  const hovered = usePicking(map, dataset, tool ? null : (scene?.scene ?? null), props)
  const { look, density } = view
  const legend = useLookLegend(look)
  const cells = density.form === 'heat' ? scene?.scene.cells : null
  const heat = useMemo(() => (cells ? heatFeatures(cells) : null), [cells])
  const { style, labels, points } = useMapStyle({
    heat,
    opened,
    report,
    palette,
    view,
    measured,
    sectors,
    selectedLine,
    ringSurface,
    basemaps,
  })

  // Handlers are read anew at each event.
  const latest = useRef(props)
  latest.current = props

  useEffect(() => {
    if (!map) return
    let gone = false
    const text = [...labels.features, ...points.features].map(({ properties }) => properties?.text).join('')
    // The first as soon as can be.
    const turn = container.current?.hasAttribute('data-drawn') ? whenAnswered() : null
    void Promise.all([loadFont(text), turn]).then(() => {
      if (gone) return
      putStyleImages(map, palette)
      map.setStyle(style, { diff: true, transformStyle: keepDrawing })
      container.current?.setAttribute('data-drawn', 'true')
      performance.mark('counties-drawn')
      setBased(true)
    })
    return () => {
      gone = true
    }
  }, [map, style, palette, labels, points])

  useEffect(() => {
    if (!map || !here) return
    const element = document.createElement('div')
    element.className = classes.here!
    const marker = new Marker({ element }).setLngLat([...here]).addTo(map)
    return () => void marker.remove()
  }, [map, here])

  useEffect(() => {
    if (!based) return
    let stale = false
    void datasetWorker()
      .ringSurface(ring.basis, ring.radiusMetres)
      .then((surface) => !stale && setRingSurface(surface))
    return () => {
      stale = true
    }
  }, [based, ring.basis, ring.radiusMetres])

  // A link, or coordinates to go to. What the map itself reported is past: a hand that moves on must not be pulled back.
  const { camera } = view
  useEffect(() => {
    if (map && camera && !reported.current.has(camera))
      map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom })
  }, [map, camera])

  useEffect(() => {
    if (!map || !based || !tool) return
    let stop: (() => void) | null = null
    let gone = false
    void import('./draw').then(({ drawOn }) => {
      if (!gone) stop = drawOn(map, tool, (corners) => latest.current.onDrawn(corners))
    })
    return () => {
      gone = true
      stop?.()
    }
  }, [map, based, tool])

  const [lon, lat] = selected?.position ?? []
  // The same as long as the place is: a source that is judged anew doesn't bring the map back to it.
  const selectedAt = useMemo(
    (): Position | null => (lon === undefined || lat === undefined ? null : [lon, lat]),
    [lon, lat],
  )

  const drawn = useRef<typeof scene>(null)
  useEffect(() => {
    if (!overlay || !scene) return
    let gone = false
    // What was asked for is drawn at once; a mark on it comes after the words about it.
    const turn = drawn.current === scene ? whenAnswered() : Promise.resolve()
    void turn.then(() => {
      if (gone) return
      overlay.draw({
        kinds: dataset.kinds,
        scene: heat ? { ...scene.scene, cells: null } : scene.scene,
        look: look && legend && { kind: look.kind, legend, bySize: look.size !== null },
        zoom: scene.zoom,
        selected: selectedAt,
        opacity: view.opacity.sources ?? 1,
        palette,
        labels,
      })
      drawn.current = scene
      container.current?.setAttribute('data-symbols', String(countOf(scene.scene)))
      performance.mark('sources-drawn')
    })
    return () => {
      gone = true
    }
  }, [dataset.kinds, overlay, scene, heat, look, legend, selectedAt, view.opacity, palette, labels])

  // Choosing in a list brings the source into view; a click on the map leaves the map where it is.
  useEffect(() => {
    if (!map || selectedAt === null || map.getBounds().contains([...selectedAt])) return
    map.easeTo({ center: [...selectedAt], zoom: Math.max(map.getZoom(), SOURCE_ZOOM), duration: 200 })
  }, [map, selectedAt])

  return (
    <div className={classes.frame}>
      <div ref={container} className={classes.map} data-testid="map" />
      <div className={classes.north} aria-hidden="true">
        {t('map.north')}
      </div>
      <CursorReadout map={map} />
      {map && other && report && <SwipeMap {...{ map, opened, report, other, palette, view, ringSurface, basemaps }} />}
      <BasemapNotice
        broken={[...broken, ...basemaps.map(({ basemap }) => basemap).filter(({ id }) => silent.includes(id))]}
      />
      {hovered && (
        <div className={classes.tip} style={{ transform: `translate(${hovered.x + 14}px, ${hovered.y + 14}px)` }}>
          {hovered.name}
        </div>
      )}
    </div>
  )
}
