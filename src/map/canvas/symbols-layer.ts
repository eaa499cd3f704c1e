import Layer from 'ol/layer/Layer'
import type OlMap from 'ol/Map'
import type { Size } from 'ol/size'
import type { State as ViewState } from 'ol/View'
import { mercator, TILE_PIXELS } from '@/domain/geodesy/mercator'
import type { Palette } from '@/layers/palette'
import type { OverlayInput, SourceOverlay } from '@/map/engine/live-map'
import { drawLabels } from './draw-labels'
import { drawSources } from './draw-sources'
import { positionOf, zoomOf } from './places'
import { Sprites } from './sprites'

/** The last drawing: its upper left corner in the unit Mercator square, and its zoom. */
interface Drawn {
  readonly west: number
  readonly north: number
  readonly zoom: number
}

/**
 * Share of the input's window left out on each side: the window is twice the view, and an image of all of it would be
 * large.
 */
const LEFT_OUT = 1 / 8

const isOwnSize = (scale: number) => Math.abs(scale - 1) < 1e-6

/** Draws the symbols into one image over the map, again each time the map comes to rest; dragging moves the image. */
export function overlaySources(map: OlMap): SourceOverlay {
  const canvas = document.createElement('canvas')
  Object.assign(canvas.style, {
    position: 'absolute',
    left: '0',
    top: '0',
    transformOrigin: '0 0',
    pointerEvents: 'none',
  })
  let drawn: Drawn | null = null
  let sprites: { readonly palette: Palette; readonly pixelRatio: number; readonly of: Sprites } | null = null
  /** Moves the image so that its corner is at the right place in the map's window. */
  function place({ center, resolution }: ViewState, [width, height]: Size, pixelRatio: number) {
    if (!drawn) return
    const zoom = zoomOf(resolution)
    const world = TILE_PIXELS * 2 ** zoom
    const [x, y] = mercator(...positionOf(center))
    const left = (drawn.west - x) * world + width! / 2
    const top = (drawn.north - y) * world + height! / 2
    const scale = 2 ** (zoom - drawn.zoom)
    // At scale 1 it is snapped to whole screen pixels, as letters would otherwise be blurred.
    const whole = (at: number) => (isOwnSize(scale) ? Math.round(at * pixelRatio) / pixelRatio : at)
    canvas.style.transform = `translate(${whole(left)}px, ${whole(top)}px) scale(${isOwnSize(scale) ? 1 : scale})`
  }
  const layer = new Layer({
    render({ viewState, size, pixelRatio }) {
      place(viewState, size, pixelRatio)
      return canvas
    },
  })
  map.addLayer(layer)

  function draw(input: OverlayInput) {
    const { window, zoom, palette } = input
    const world = TILE_PIXELS * 2 ** zoom
    const [wide, high] = [window.east - window.west, window.south - window.north]
    const [west, north] = [window.west + wide * LEFT_OUT, window.north + high * LEFT_OUT]
    const [width, height] = [wide, high].map((each) => Math.round(each * (1 - 2 * LEFT_OUT) * world)) as [
      number,
      number,
    ]
    const pixelRatio = devicePixelRatio
    if (sprites?.palette !== palette || sprites.pixelRatio !== pixelRatio)
      sprites = { palette, pixelRatio, of: new Sprites(palette, pixelRatio) }
    canvas.width = Math.round(width * pixelRatio)
    canvas.height = Math.round(height * pixelRatio)
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px`, display: '' })
    const context = canvas.getContext('2d')!
    context.scale(pixelRatio, pixelRatio)
    const on = {
      context,
      pixelRatio,
      sprites: sprites.of,
      pixel: ([lon, lat]: readonly [number, number]) => {
        const [x, y] = mercator(lon, lat)
        return [(x - west) * world, (y - north) * world] as const
      },
    }
    drawSources(on, input)
    drawLabels(on, input)
    drawn = { west, north, zoom }
    // The ground is not redrawn; the first image enters the page with the map's next frame.
    if (canvas.isConnected) place(map.getView().getState(), map.getSize()!, pixelRatio)
    else map.render()
  }

  return {
    draw: async (input) => draw(input),
    hide() {
      canvas.style.display = 'none'
    },
  }
}
