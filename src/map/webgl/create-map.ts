import { addProtocol, Map as MapLibreMap, NavigationControl, prewarm, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import './controls.css'
import { FONT } from '@/layers/font'
import type { MapStart } from '@/map/engine/map-engine'
import { ownTile, TILE_SCHEMES } from '@/map/engine/tile-schemes'
import { MAX_ZOOM, MIN_ZOOM } from '@/map/engine/zooms'
import { FIT_PIXELS } from '@/map/instance/bounds'
import { setPainter } from '@/map/instance/paint-now'

setWorkerUrl(workerUrl)
prewarm()
for (const scheme of TILE_SCHEMES)
  addProtocol(scheme, async ({ url }, { signal }) => ({ data: (await ownTile(url, signal))! }))

/** Creates an on-screen map, see `MapEngine`. */
export function createMap({ container, camera, bounds, centre, locale, leastZoom = MIN_ZOOM }: MapStart): MapLibreMap {
  const start = camera
    ? { center: [camera.lon, camera.lat] as [number, number], zoom: camera.zoom }
    : bounds
      ? { bounds: [...bounds] as [number, number, number, number], fitBoundsOptions: { padding: FIT_PIXELS } }
      : { center: [...centre] as [number, number], zoom: 9 }
  // MapLibre's style sheet loads after ours and would override the position.
  const position = getComputedStyle(container).position.replace('static', 'relative')
  const map = new MapLibreMap({
    container,
    style: { version: 8, sources: {}, layers: [] },
    ...start,
    locale,
    localIdeographFontFamily: `"${FONT}", sans-serif`,
    // Scale and attribution are placed by each screen, see `useMapLines`.
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom: MAX_ZOOM,
    minZoom: leastZoom,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  setPainter(map.getCanvas(), () => map.redraw())
  map.getCanvas().dataset.mapCanvas = ''
  container.dataset.mapEngine = 'webgl'
  container.style.position = position
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  container.querySelector('.maplibregl-ctrl-group')?.setAttribute('data-map-control', 'zoom')
  return map
}
