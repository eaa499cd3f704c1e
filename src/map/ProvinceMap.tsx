import type { FeatureCollection, Point } from 'geojson'
import { use, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mercator } from '@/domain/geodesy/mercator'
import type { Position } from '@/domain/geodesy/position'
import type { Kind } from '@/domain/sources/kinds/kind'
import type { Cells, DrawnSources, PlacedRows, Window } from '@/domain/sources/view/drawn-sources'
import { absentText, constantColumn } from '@/domain/table/build-column'
import type { NamedThings } from '@/layers/map-labels'
import { paletteOf, type Theme } from '@/layers/palette'
import { PROVINCE_COUNTIES, provinceStyle } from '@/layers/province-style'
import type { LiveMap, SourceOverlay } from '@/map/engine/live-map'
import { mapEngine } from '@/map/engine/load-engine'
import { MIN_PROVINCE_ZOOM } from '@/map/engine/zooms'
import { boundsOf } from '@/map/instance/bounds'
import { controlTexts } from '@/map/instance/control-texts'
import { fitMap } from '@/map/instance/fit-map'
import { useMapLines } from '@/map/instance/use-map-lines'
import { windowOf } from '@/map/instance/view-window'
import type { Camera } from '@/store/view/view'
import { FitButton } from './FitButton'
import classes from './ProvinceMap.module.css'

/** A name on the map: city names are large, county names appear only when zoomed in. */
export interface MapName {
  readonly text: string
  readonly level: 'city' | 'county'
  readonly at: Position
}

/** What is drawn of the sources: aggregated cells or single dots, never both. */
export interface DrawnFar {
  readonly cells: Cells | null
  readonly dots: { readonly positions: Float64Array; readonly status: Uint8Array } | null
}

export interface ProvinceMapProps {
  readonly label: string
  readonly theme: Theme
  /** Counties with their index as `place`, and the borders of cities. */
  readonly outlines: FeatureCollection
  readonly dustfall: readonly (number | null)[]
  /** Index (`place`) of the chosen county. */
  readonly chosen: number | null
  /** Position that the map moves to if it is out of view; null for none. */
  readonly goal: Position | null
  readonly names: readonly MapName[]
  readonly seen: DrawnFar | null
  /** Initial camera; null fits the map to the outlines. */
  readonly camera: Camera | null
  /** Called after each move, and once at first. */
  onView(window: Window, camera: Camera): void
  /** Called on a press, with the county under it and the finger's reach as a distance in the unit Mercator square. */
  onPress(at: Position, county: number | null, reach: number): void
}

/** The single kind used for all sources here: a province's sources are drawn by their status alone. */
const ANY_KIND: Kind = {
  id: 'any',
  title: { zh: '', en: '' },
  shown: true,
  place: 'point',
  symbol: { shape: 'circle' },
  words: [],
  findable: false,
  ring: false,
  fields: [],
}
const KINDS = [ANY_KIND]
/** A press this close to a dot, in pixels, means that dot. */
const REACH_PIXELS = 12
/** Duration in milliseconds of the move to a goal out of view. */
const GO_MS = 300

/** The counties of a province by their dustfall, with the sources of all cities above them. */
export function ProvinceMap(props: ProvinceMapProps) {
  const { label, theme, outlines, dustfall, chosen, goal, names, seen } = props
  const { t } = useTranslation()
  const engine = use(mapEngine())
  const container = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<LiveMap | null>(null)
  const [overlay, setOverlay] = useState<SourceOverlay | null>(null)
  const bounds = useMemo(() => boundsOf(surfacesOf(outlines)), [outlines])
  const first = useRef({ camera: props.camera, bounds, t })
  /** Number of finished drawings, exposed as `data-drawings` for code that waits for one. */
  const drawings = useRef(0)
  const palette = paletteOf(theme)

  const report = useEffectEvent((of: LiveMap) => {
    const { lng, lat } = of.getCenter()
    props.onView(viewOf(of), { lon: lng, lat, zoom: of.getZoom() })
  })
  const press = useEffectEvent((of: LiveMap, at: Position, pixel: readonly [number, number]) => {
    const place = of.featuresAt(pixel, [PROVINCE_COUNTIES])[0]?.place
    const [x] = mercator(...at)
    const { lng, lat } = of.unproject([pixel[0] + REACH_PIXELS, pixel[1]])
    const [edge] = mercator(lng, lat)
    props.onPress(at, typeof place === 'number' ? place : null, Math.abs(edge - x))
  })

  useMapLines(map)
  useEffect(() => {
    if (!container.current) return
    const { camera, bounds, t } = first.current
    const made = engine.createMap({
      container: container.current,
      camera,
      bounds,
      centre: bounds ? [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2] : [105, 35],
      locale: controlTexts(t),
      leastZoom: MIN_PROVINCE_ZOOM,
    })
    let gone = false
    void made.loaded.then(async () => {
      if (gone) return
      setMap(made)
      report(made)
      const over = await made.overlay()
      if (!gone) setOverlay(over)
    })
    made.on('click', ({ lngLat, point }) => press(made, [lngLat.lng, lngLat.lat], [point.x, point.y]))
    made.on('moveend', () => report(made))
    made.on('resize', () => report(made))
    return () => {
      gone = true
      setMap(null)
      setOverlay(null)
      made.remove()
    }
  }, [engine])

  useEffect(() => {
    map?.setStyle(provinceStyle({ palette, outlines, classes: dustfall, chosen }), palette)
    container.current?.setAttribute('data-drawn', String(map !== null))
  }, [map, palette, outlines, dustfall, chosen])

  useEffect(() => {
    if (!map || !goal) return
    const { west, east, north, south } = viewOf(map)
    const [x, y] = mercator(...goal)
    const isSeen = x >= west && x <= east && y >= north && y <= south
    if (!isSeen) map.easeTo({ center: goal, duration: GO_MS })
  }, [map, goal])

  const named = useMemo(() => namedThings(names), [names])
  useEffect(() => {
    if (!map || !overlay) return
    let isOvertaken = false
    void overlay
      .draw({
        sources: drawnFar(seen),
        selected: null,
        zoom: map.getZoom(),
        window: windowOf(map),
        names: named,
        drops: false,
        isDueApart: true,
        opacity: 1,
        kinds: KINDS,
        look: null,
        palette,
      })
      .then(() => {
        if (isOvertaken) return
        drawings.current++
        container.current?.setAttribute('data-seen', seen ? (seen.cells ? 'cells' : 'dots') : 'none')
        container.current?.setAttribute('data-drawings', String(drawings.current))
      })
    return () => {
      isOvertaken = true
    }
  }, [map, overlay, seen, named, palette])

  return (
    <figure className={classes.frame} aria-label={label}>
      <div ref={container} className={classes.map} data-testid="province-map" />
      {map && bounds && <FitButton label={t('province.whole')} onFit={() => fitMap(map, bounds)} />}
    </figure>
  )
}

/** The counties alone, without the lines of borders. */
const surfacesOf = (outlines: FeatureCollection): FeatureCollection => ({
  ...outlines,
  features: outlines.features.filter(({ geometry }) => geometry.type === 'MultiPolygon'),
})

/** The part of the world in view, in the unit Mercator square. */
function viewOf(map: LiveMap): Window {
  const bounds = map.getBounds()
  const [west, north] = mercator(bounds.getWest(), bounds.getNorth())
  const [east, south] = mercator(bounds.getEast(), bounds.getSouth())
  return { west, north, east, south }
}

function placed({ positions, status }: NonNullable<DrawnFar['dots']>): PlacedRows {
  const { length } = status
  const texts = absentText(length)
  return {
    rows: Uint32Array.from({ length }, (_, i) => i),
    positions,
    status,
    kinds: constantColumn(ANY_KIND.id, length),
    grades: texts,
    codes: texts,
    nths: new Uint32Array(length).fill(1),
    names: texts,
    painted: null,
  }
}

const NO_ROWS = { positions: new Float64Array(0), status: new Uint8Array(0) }

function drawnFar(seen: DrawnFar | null): DrawnSources {
  const none = new Uint32Array(0)
  return {
    symbols: placed(NO_ROWS),
    dots: placed(seen?.dots ?? NO_ROWS),
    badges: {
      ...{ positions: new Float64Array(0), counts: none, overdue: none, failing: none, status: new Uint8Array(0) },
      ...{ bounds: new Float64Array(0), members: none },
    },
    cells: seen?.cells ?? null,
  }
}

function namedThings(names: readonly MapName[]): NamedThings {
  const places: FeatureCollection<Point, { text: string; level: string }> = {
    type: 'FeatureCollection',
    features: names.map(({ text, level, at }) => ({
      ...{ type: 'Feature', properties: { text, level }, geometry: { type: 'Point', coordinates: [...at] } },
    })),
  }
  const nothing = { type: 'FeatureCollection' as const, features: [] }
  return { counties: nothing, countyAreas: new Map(), points: nothing, places, rivers: [], lines: [] }
}
