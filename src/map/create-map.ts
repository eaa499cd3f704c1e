import { Map as MapLibreMap, NavigationControl, prewarm, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import './controls.css'
import type { FeatureCollection } from 'geojson'
import { type Surface, surfaceRings } from '@/domain/geodesy/area-index'
import { FONT } from '@/layers/map-style'
import type { Camera } from '@/store/view/view'

setWorkerUrl(workerUrl)
prewarm()

/** Room about what a map is fitted to. */
export const FIT_PIXELS = 24

type Bounds = [west: number, south: number, east: number, north: number]

/** The box about all surfaces of a collection, or null where there is none. */
export function boundsOf(collection: FeatureCollection): Bounds | null {
  let [west, south, east, north]: Bounds = [180, 90, -180, -90]
  for (const { geometry } of collection.features) {
    for (const [lon, lat] of surfaceRings(geometry as Surface).flat()) {
      west = Math.min(west, lon)
      south = Math.min(south, lat)
      east = Math.max(east, lon)
      north = Math.max(north, lat)
    }
  }
  return west <= east ? [west, south, east, north] : null
}

let drawable: boolean | null = null

/** Whether this browser can draw the map at all. Tried once, since a context is dear, and given back at once. */
export function canDrawMap(): boolean {
  if (drawable === null) {
    const context = document.createElement('canvas').getContext('webgl2')
    drawable = context !== null
    context?.getExtension('WEBGL_lose_context')?.loseContext()
  }
  return drawable
}

export interface MapStart {
  readonly container: HTMLElement
  readonly camera: Camera | null
  readonly bounds: Bounds | null
  readonly centre: readonly [number, number]
  readonly locale: Record<string, string>
}

/** A map without tiles, glyphs or requests; north stays up, because a ranking map is read, not flown. */
export function createMap({ container, camera, bounds, centre, locale }: MapStart): MapLibreMap {
  const start = camera
    ? { center: [camera.lon, camera.lat] as [number, number], zoom: camera.zoom }
    : bounds
      ? { bounds, fitBoundsOptions: { padding: FIT_PIXELS } }
      : { center: [...centre] as [number, number], zoom: 9 }
  const map = new MapLibreMap({
    container,
    style: { version: 8, sources: {}, layers: [] },
    ...start,
    locale,
    localIdeographFontFamily: `"${FONT}", sans-serif`,
    attributionControl: { compact: true },
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom: 18,
    minZoom: 5,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  map.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-left')
  return map
}
