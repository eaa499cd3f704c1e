import OlMap from 'ol/Map'
import View from 'ol/View'
import { fitCamera } from '@/domain/geodesy/fit-camera'
import type { StillMap, StillStart } from '@/map/engine/map-engine'
import { NOTHING_COVERED } from '@/map/instance/covered'
import { Ground } from './ground'
import { metresOf, placesOf, resolutionOf } from './places'

/** Limit on waiting for a picture, because a tile server may never answer. */
const MAX_WAIT_MS = 20_000

/** An offscreen map, see `MapEngine`. */
export function createStill({ container, bounds, padding, scale }: StillStart): StillMap {
  const { clientWidth: width, clientHeight: height } = container
  const { lon, lat, zoom } = fitCamera(bounds, width, height, padding)
  const ground = new Ground(scale, () => undefined)
  const map = new OlMap({
    target: container,
    pixelRatio: scale,
    controls: [],
    interactions: [],
    layers: [ground.group],
    view: new View({ center: metresOf([lon, lat]), resolution: resolutionOf(zoom), multiWorld: true }),
  })
  return {
    ...placesOf({ centre: [lon, lat], zoom, width, height, padding: NOTHING_COVERED }),
    loaded: Promise.resolve(),
    // A 2D canvas is never lost.
    lost: new Promise(() => undefined),
    async imageOf(style, palette) {
      const colour = ground.set(style, palette)
      const drawn = new Promise<void>((done) => map.once('rendercomplete', () => done()))
      map.render()
      await Promise.race([drawn, new Promise((done) => setTimeout(done, MAX_WAIT_MS))])
      return put(container, colour, Math.round(width * scale), Math.round(height * scale))
    },
    remove() {
      map.setTarget(undefined)
      map.dispose()
    },
  }
}

/** Composes all layers into one image; a layer has its own canvas or shares that of the layer below. */
async function put(container: HTMLElement, colour: string, width: number, height: number): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')!
  context.fillStyle = colour
  context.fillRect(0, 0, width, height)
  for (const layer of container.querySelectorAll<HTMLCanvasElement>('.ol-layer canvas, canvas.ol-layer')) {
    if (layer.width === 0) continue
    const { opacity } = (layer.parentElement as HTMLElement).style
    context.globalAlpha = opacity === '' ? 1 : Number(opacity)
    context.drawImage(layer, 0, 0, width, height)
  }
  return createImageBitmap(canvas)
}
