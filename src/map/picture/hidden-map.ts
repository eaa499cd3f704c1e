import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { Map as MapLibreMap } from 'maplibre-gl'
import { FONT } from '@/layers/font'
import type { Bounds } from '@/map/instance/bounds'

/** A tile server that does not answer must not delay a picture for ever. */
const MOST_WAIT_MS = 20_000

/** Size in CSS pixels, how many pixels of the picture each is, and those left free about the bounds. */
interface HiddenMap {
  readonly bounds: Bounds
  readonly padding: number
  readonly width: number
  readonly height: number
  readonly scale: number
}

/** Does something with a map off the screen at a set size, so that a picture of it is the same on every machine. */
export async function withHiddenMap<T>(
  { bounds, padding, width, height, scale }: HiddenMap,
  act: (map: MapLibreMap) => Promise<T>,
): Promise<T> {
  const container = document.createElement('div')
  const size = { width: `${width}px`, height: `${height}px` }
  Object.assign(container.style, { position: 'fixed', left: '-100000px', ...size })
  document.body.append(container)
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
  try {
    map.on('error', () => undefined)
    await map.once('load')
    return await act(map)
  } finally {
    map.remove()
    container.remove()
  }
}

/** The map as an image once it is drawn in a style. */
export async function imageOf(map: MapLibreMap, style: StyleSpecification): Promise<ImageBitmap> {
  map.setStyle(style)
  await Promise.race([map.once('idle'), new Promise((done) => setTimeout(done, MOST_WAIT_MS))])
  return createImageBitmap(map.getCanvas())
}
