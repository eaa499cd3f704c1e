import { Map as MapLibreMap } from 'maplibre-gl'
import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { FONT } from '@/layers/font'
import { putStyleImages } from '@/map/style/style-images'
import type { PictureInput } from './picture-input'

/** Width that the scale bar may have at most, in CSS pixels. */
export const SCALE_MOST_PIXELS = 160
const MOST_WAIT_MS = 20_000

/**
 * The map without its symbols as an image, with the pixels of the marks and labels on it, and the metres of the longest scale
 * bar. Drawn off the screen at a set size, so that the picture is the same on every machine.
 */
export async function drawMapImage(input: PictureInput, mapHeight: number) {
  const container = document.createElement('div')
  Object.assign(container.style, {
    position: 'fixed',
    left: '-100000px',
    width: `${input.width}px`,
    height: `${mapHeight}px`,
  })
  document.body.append(container)
  const map = new MapLibreMap({
    container,
    style: { version: 8, sources: {}, layers: [] },
    bounds: [...input.bounds],
    fitBoundsOptions: { padding: 28 },
    interactive: false,
    attributionControl: false,
    pixelRatio: input.scale,
    fadeDuration: 0,
    localIdeographFontFamily: `"${FONT}", sans-serif`,
    canvasContextAttributes: { preserveDrawingBuffer: true },
  })
  try {
    map.on('error', () => undefined)
    await map.once('load')
    putStyleImages(map, input.palette)
    map.setStyle(input.style)
    // A basemap server that does not answer must not delay the picture for ever.
    await Promise.race([map.once('idle'), new Promise((done) => setTimeout(done, MOST_WAIT_MS))])
    const image = await createImageBitmap(map.getCanvas())
    const project = (at: Position) => map.project([...at])
    const places = new Map(input.marks.map((mark) => [mark, project(mark.at)]))
    const labels = input.labels.features.map(({ properties, geometry }) => ({
      text: properties.text,
      at: project(geometry.coordinates as unknown as Position),
    }))
    const left = map.unproject([0, mapHeight / 2])
    const right = map.unproject([SCALE_MOST_PIXELS, mapHeight / 2])
    const mostMetres = distanceMetres([left.lng, left.lat], [right.lng, right.lat])
    return { image, places, labels, mostMetres }
  } finally {
    map.remove()
    container.remove()
  }
}
