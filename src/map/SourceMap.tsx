import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { Surface } from '@/domain/geodesy/area-index'
import type { SourceKind } from '@/domain/sources/schema'
import { type NumberColumn, textAt } from '@/domain/table/column'
import { mapStyle } from '@/layers/map-style'
import { paletteOf, type Theme } from '@/layers/palette'
import type { Opened } from '@/store/chentu'
import { findSource } from '@/store/source-key'
import type { Camera, View } from '@/store/view'
import { datasetWorker } from '@/workers/client'
import { boundsOf, canDrawMap, createMap } from './create-map'
import { loadFont } from './font'
import { countyLabels, dustfallPoints, outlinesWithCode, roadFeatures } from './map-inputs'
import { indexPointer } from './pick'
import classes from './SourceMap.module.css'
import type { SourceOverlay } from './source-overlay'
import { putStyleImages } from './style-images'

export interface SourceMapProps {
  readonly opened: Opened
  readonly report: MonthReport | null
  readonly theme: Theme
  readonly view: Pick<View, 'hidden' | 'opacity' | 'county' | 'camera'>
  readonly selected: number | null
  /** A source was chosen on the map, or nothing. */
  onSelect(source: number | null): void
  onCounty(code: string | null): void
  onCamera(camera: Camera): void
}

/** A finger is wider than a pointer. */
const PICK_PIXELS = { mouse: 12, touch: 24 }
/** Near enough to see which street a source is in. */
const SOURCE_ZOOM = 12.5

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
  return <DrawnMap key={i18n.language} {...props} />
}

function DrawnMap({ opened, report, theme, view, selected, onSelect, onCounty, onCamera }: SourceMapProps) {
  const { t, i18n } = useTranslation()
  const { dataset, judgement, ring, shown } = opened
  const english = i18n.language === 'en'
  const palette = paletteOf(theme)
  const container = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const [based, setBased] = useState(false)
  const [ringSurface, setRingSurface] = useState<Surface | null>(null)
  const [overlay, setOverlay] = useState<SourceOverlay | null>(null)
  const [hovered, setHovered] = useState<{ name: string; x: number; y: number } | null>(null)

  const hidden = useMemo(() => new Set(view.hidden), [view.hidden])
  const outlines = useMemo(() => outlinesWithCode(dataset), [dataset])
  const labels = useMemo(
    () => countyLabels(dataset, hidden.has('dustfall') ? null : report, english),
    [dataset, report, english, hidden],
  )
  const points = useMemo(() => dustfallPoints(dataset, report), [dataset, report])
  const roads = useMemo(() => roadFeatures(dataset, judgement.roadGrades, shown.mask), [dataset, judgement, shown])
  const selectedRoad =
    selected !== null && textAt(dataset.sources, 'kind', selected) === 'road'
      ? textAt(dataset.sources, 'code', selected)
      : null
  const drawn = useMemo(() => {
    const visible = (row: number) => {
      const kind = textAt(dataset.sources, 'kind', row) as SourceKind
      return kind !== 'road' && !hidden.has(kind)
    }
    return shown.order.filter(visible)
  }, [dataset, shown, hidden])
  const style = useMemo(
    () =>
      mapStyle({
        palette,
        outlines,
        rivers: dataset.rivers,
        builtUpArea: dataset.builtUpArea,
        ring: ringSurface,
        roads,
        points,
        report,
        focusedCounty: view.county,
        selectedRoad,
        hidden,
        opacity: view.opacity,
      }),
    [palette, outlines, dataset, ringSurface, roads, points, report, view.county, selectedRoad, hidden, view.opacity],
  )

  // The map outlives every change of what it shows; handlers are read anew at each event.
  const latest = useRef({ onSelect, onCounty, onCamera })
  latest.current = { onSelect, onCounty, onCamera }
  const first = useRef({ camera: view.camera, bounds: boundsOf(dataset.outlines), centre: dataset.settings.centre, t })

  useEffect(() => {
    if (!container.current) return
    const { t, ...start } = first.current
    const locale = {
      'NavigationControl.ZoomIn': t('map.zoomIn'),
      'NavigationControl.ZoomOut': t('map.zoomOut'),
      'AttributionControl.ToggleAttribution': t('map.attribution'),
      'ScaleControl.Meters': t('map.metres'),
      'ScaleControl.Kilometers': t('map.kilometres'),
      'Map.Title': t('map.title'),
    }
    const made = createMap({ container: container.current, locale, ...start })
    let gone = false
    made.on('load', () => !gone && setMap(made))
    made.on('moveend', () => {
      const { lng, lat } = made.getCenter()
      latest.current.onCamera({ lon: lng, lat, zoom: made.getZoom() })
    })
    return () => {
      gone = true
      setMap(null)
      setOverlay(null)
      setBased(false)
      made.remove()
    }
  }, [])

  useEffect(() => {
    if (!map) return
    let gone = false
    const text = [...labels.features, ...points.features].map(({ properties }) => properties?.text).join('')
    void loadFont(text).then(() => {
      if (gone) return
      putStyleImages(map, palette)
      map.setStyle(style, { diff: true })
      container.current?.setAttribute('data-drawn', 'true')
      performance.mark('counties-drawn')
      setBased(true)
    })
    return () => {
      gone = true
    }
  }, [map, style, palette, labels, points])

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

  // The counties stand first; the symbols' library comes after them.
  useEffect(() => {
    if (!map || !based) return
    let gone = false
    void import('./source-overlay').then(({ overlaySources }) => {
      if (!gone) setOverlay(overlaySources(map))
    })
    return () => {
      gone = true
    }
  }, [map, based])

  useEffect(() => {
    overlay?.draw({
      sources: dataset.sources,
      status: judgement.status,
      order: drawn,
      selected,
      opacity: view.opacity.sources ?? 1,
      palette,
      labels,
    })
    if (overlay) container.current?.setAttribute('data-symbols', String(drawn.length))
  }, [overlay, dataset, judgement, drawn, selected, view.opacity, palette, labels])

  useEffect(() => {
    if (!map) return
    const lons = (dataset.sources.columns.lon as NumberColumn).values
    const lats = (dataset.sources.columns.lat as NumberColumn).values
    const index = indexPointer(drawn, lons, lats)
    const roadAt = (x: number, y: number) => {
      if (!map.getLayer('road-line')) return null
      const [found] = map.queryRenderedFeatures(
        [
          [x - 6, y - 6],
          [x + 6, y + 6],
        ],
        { layers: ['road-line'] },
      )
      const code = found?.properties.code
      return code === undefined ? null : findSource(dataset.sources, { kind: 'road', code: String(code) })
    }
    const pick = (event: { lngLat: { lng: number; lat: number }; point: { x: number; y: number } }, pixels: number) =>
      index.at(event.lngLat.lng, event.lngLat.lat, map.getZoom(), pixels) ?? roadAt(event.point.x, event.point.y)
    const click = map.on('click', (event) => {
      const touch = (event.originalEvent as PointerEvent).pointerType === 'touch'
      const source = pick(event, touch ? PICK_PIXELS.touch : PICK_PIXELS.mouse)
      latest.current.onSelect(source)
      if (source !== null || !map.getLayer('county-ground')) return
      const [county] = map.queryRenderedFeatures(event.point, { layers: ['county-ground'] })
      latest.current.onCounty(county ? String(county.properties.code) : null)
    })
    const move = map.on('mousemove', (event) => {
      const source = pick(event, PICK_PIXELS.mouse)
      map.getCanvas().style.cursor = source === null ? '' : 'pointer'
      setHovered(
        source === null ? null : { name: textAt(dataset.sources, 'name', source), x: event.point.x, y: event.point.y },
      )
    })
    return () => {
      click.unsubscribe()
      move.unsubscribe()
    }
  }, [map, dataset, drawn])

  // Choosing in a list brings the source into view; a click on the map leaves the map where it is.
  useEffect(() => {
    if (!map || selected === null) return
    const lon = (dataset.sources.columns.lon as NumberColumn).values[selected]!
    const lat = (dataset.sources.columns.lat as NumberColumn).values[selected]!
    if (Number.isNaN(lon) || map.getBounds().contains([lon, lat])) return
    map.easeTo({ center: [lon, lat], zoom: Math.max(map.getZoom(), SOURCE_ZOOM), duration: 200 })
  }, [map, dataset, selected])

  return (
    <div className={classes.frame}>
      <div ref={container} className={classes.map} data-testid="map" />
      <div className={classes.north} aria-hidden="true">
        {t('map.north')}
      </div>
      {hovered && (
        <div className={classes.tip} style={{ transform: `translate(${hovered.x + 14}px, ${hovered.y + 14}px)` }}>
          {hovered.name}
        </div>
      )}
    </div>
  )
}
