import Layer from 'ol/layer/Layer'
import type OlMap from 'ol/Map'
import { mercator, TILE_PIXELS } from '@/domain/geodesy/mercator'
import { rowAfter, type TrackInput, trackHeads } from '@/layers/track-paths'
import type { TrackOverlay } from '@/map/engine/live-map'
import { positionOf, zoomOf } from './places'

/** Number of steps in which a trail fades; each step is one stroke for all trucks. */
const STEPS = 5
const [TRAIL_PIXELS, HEAD_PIXELS] = [3, 5]

/** Draws moving trucks on a canvas over the map, in each frame of the map. */
export function overlayTracks(map: OlMap): TrackOverlay {
  const canvas = document.createElement('canvas')
  Object.assign(canvas.style, { position: 'absolute', left: '0', top: '0', pointerEvents: 'none' })
  let shown: TrackInput | null = null
  const layer = new Layer({
    render({ viewState: { center, resolution }, size, pixelRatio }) {
      const [width, height] = size as [number, number]
      canvas.width = Math.round(width * pixelRatio)
      canvas.height = Math.round(height * pixelRatio)
      Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` })
      const context = canvas.getContext('2d')!
      context.scale(pixelRatio, pixelRatio)
      const world = TILE_PIXELS * 2 ** zoomOf(resolution)
      const [x, y] = mercator(...positionOf(center))
      const [left, top] = [x * world - width / 2, y * world - height / 2]
      const place = (lon: number, lat: number) => {
        const [mx, my] = mercator(lon, lat)
        return [mx * world - left, my * world - top] as const
      }
      if (shown) drawTracks(context, shown, place)
      return canvas
    },
  })
  map.addLayer(layer)
  return {
    draw(input) {
      shown = input
      layer.changed()
    },
  }
}

type PlaceOf = (lon: number, lat: number) => readonly [x: number, y: number]

function drawTracks(context: CanvasRenderingContext2D, input: TrackInput, place: PlaceOf): void {
  const { paths, at, trail, colours } = input
  const { starts, second, lon, lat } = paths
  context.lineWidth = TRAIL_PIXELS
  context.lineJoin = 'round'
  context.strokeStyle = colours.trail
  for (let step = 0; step < STEPS; step++) {
    const [from, until] = [at - trail + (trail * step) / STEPS, at - trail + (trail * (step + 1)) / STEPS]
    context.globalAlpha = (step + 1) / STEPS
    context.beginPath()
    for (let path = 0; path + 1 < starts.length; path++) {
      const [begin, end] = [starts[path]!, starts[path + 1]!]
      // Starts at the last position before the step, so that steps join.
      const first = Math.max(begin, rowAfter(second, begin, end, from) - 1)
      const last = rowAfter(second, begin, end, until)
      if (last - first < 2) continue
      context.moveTo(...place(lon[first]!, lat[first]!))
      for (let row = first + 1; row < last; row++) context.lineTo(...place(lon[row]!, lat[row]!))
    }
    context.stroke()
  }
  context.globalAlpha = 1
  context.lineWidth = 1
  context.strokeStyle = '#fff'
  for (const head of trackHeads(paths, at)) {
    context.beginPath()
    context.arc(...place(...head.at), HEAD_PIXELS, 0, 2 * Math.PI)
    context.fillStyle = head.isLoaded ? colours.loaded : colours.empty
    context.fill()
    context.stroke()
  }
}
