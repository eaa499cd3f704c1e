import { Map as MapLibreMap } from 'maplibre-gl'
import { FONT } from '@/layers/font'
import type { StillMap, StillStart } from '@/map/engine/map-engine'
import { putStyleImages } from './style-images'

/** Limit on waiting for a picture, because a tile server may never answer. */
const MAX_WAIT_MS = 20_000

/** An offscreen map, see `MapEngine`. */
export function createStill({ container, bounds, padding, scale }: StillStart): StillMap {
  const map = new MapLibreMap({
    container,
    style: { version: 8, sources: {}, layers: [] },
    bounds: [...bounds],
    fitBoundsOptions: { padding },
    interactive: false,
    attributionControl: false,
    pixelRatio: scale,
    fadeDuration: 0,
    localIdeographFontFamily: `"${FONT}", sans-serif`,
    canvasContextAttributes: { preserveDrawingBuffer: true },
  })
  map.on('error', () => undefined)
  return {
    loaded: map.once('load'),
    lost: map.once('webglcontextlost'),
    async imageOf(style, palette) {
      if (palette) putStyleImages(map, palette)
      map.setStyle(style)
      await Promise.race([map.once('idle'), new Promise((done) => setTimeout(done, MAX_WAIT_MS))])
      return createImageBitmap(map.getCanvas())
    },
    getZoom: () => map.getZoom(),
    getBounds: () => map.getBounds(),
    project: (at) => map.project('lng' in at ? at : [at[0], at[1]]),
    unproject: ([x, y]) => map.unproject([x, y]),
    remove: () => map.remove(),
  }
}
