import { Map as MapLibreMap, NavigationControl, prewarm, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import './controls.css'
import { FONT } from '@/layers/font'
import type { Camera } from '@/store/view/view'
import { type Bounds, FIT_PIXELS } from './bounds'
import { setPainter } from './paint-now'

setWorkerUrl(workerUrl)
prewarm()

export interface MapStart {
  readonly container: HTMLElement
  readonly camera: Camera | null
  readonly bounds: Bounds | null
  readonly centre: readonly [number, number]
  readonly locale: Record<string, string>
}

/**
 * A map that asks for no tiles, glyphs or anything else until a style says so, at a camera, else fitted to bounds, else about a
 * centre. It can't be turned or tilted: north stays up.
 */
export function createMap({ container, camera, bounds, centre, locale }: MapStart): MapLibreMap {
  const start = camera
    ? { center: [camera.lon, camera.lat] as [number, number], zoom: camera.zoom }
    : bounds
      ? { bounds: [...bounds] as [number, number, number, number], fitBoundsOptions: { padding: FIT_PIXELS } }
      : { center: [...centre] as [number, number], zoom: 9 }
  const map = new MapLibreMap({
    container,
    style: { version: 8, sources: {}, layers: [] },
    ...start,
    locale,
    localIdeographFontFamily: `"${FONT}", sans-serif`,
    // Scale and attribution stand where each screen wants them, see `useMapLines`.
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom: 18,
    minZoom: 5,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  setPainter(map.getCanvas(), () => map.redraw())
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  return map
}
