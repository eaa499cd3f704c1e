import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Geometry, Point } from 'geojson'
import ImageLayer from 'ol/layer/Image'
import ImageCanvas from 'ol/source/ImageCanvas'
import { metresOf } from './places'

interface Heat {
  readonly places: readonly { readonly x: number; readonly y: number; readonly weight: number }[]
  readonly radius: number
  readonly opacity: number
  /** Colour stops by share of the maximum density. */
  readonly stops: readonly (readonly [share: number, colour: string])[]
}

/** MapLibre's kernel density at the centre of a place of weight one. */
const DENSITY = 1 / Math.sqrt(2 * Math.PI)

/** Heatmap of many sources on a canvas. OpenLayers' own heatmap needs WebGL. */
export class HeatLayer {
  private heat: Heat | null = null
  private data: unknown = null
  private readonly source = new ImageCanvas({
    ratio: 1.5,
    canvasFunction: (extent, resolution, pixelRatio, [width, height]) => {
      const canvas = document.createElement('canvas')
      canvas.width = width!
      canvas.height = height!
      if (this.heat) draw(canvas, this.heat, extent as number[], resolution / pixelRatio, pixelRatio)
      return canvas
    },
  })
  private readonly layer = new ImageLayer({ source: this.source })

  /** The layer for a style; null if the style has no heatmap. */
  set({ layers, sources }: StyleSpecification) {
    const layer = layers.find((each) => each.type === 'heatmap')
    const source = layer && sources[layer.source]
    if (!layer || source?.type !== 'geojson' || typeof source.data !== 'object') {
      this.data = null
      return null
    }
    const { paint } = layer
    const number = (value: unknown, other: number) => (typeof value === 'number' ? value : other)
    const ramp = paint?.['heatmap-color'] as unknown as readonly unknown[]
    const stops = ramp.slice(3)
    const state = JSON.stringify(paint)
    if (this.data !== source.data || this.layer.get('state') !== state) {
      const { features } = source.data as { features: { geometry: Geometry; properties: { weight?: number } }[] }
      this.heat = {
        places: features.map(({ geometry, properties }) => {
          const [x, y] = metresOf((geometry as Point).coordinates as [number, number])
          return { x, y, weight: properties.weight ?? 1 }
        }),
        radius: number(paint?.['heatmap-radius'], 30),
        opacity: number(paint?.['heatmap-opacity'], 1),
        stops: Array.from({ length: stops.length / 2 }, (_, i) => [Number(stops[2 * i]), String(stops[2 * i + 1])]),
      }
      this.data = source.data
      this.layer.set('state', state)
      this.layer.setOpacity(this.heat.opacity)
      this.source.changed()
    }
    return this.layer
  }
}

function draw(
  canvas: HTMLCanvasElement,
  { places, radius, stops }: Heat,
  [west, , , north]: readonly number[],
  metres: number,
  pixelRatio: number,
) {
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  const pixels = radius * pixelRatio
  const stamp = stampOf(pixels)
  context.globalCompositeOperation = 'lighter'
  for (const { x, y, weight } of places) {
    const [left, top] = [(x - west!) / metres - pixels, (north! - y) / metres - pixels]
    if (left > canvas.width || top > canvas.height || left < -2 * pixels || top < -2 * pixels) continue
    context.globalAlpha = Math.min(1, weight * DENSITY)
    context.drawImage(stamp, left, top)
  }
  const image = context.getImageData(0, 0, canvas.width, canvas.height)
  const colours = rampOf(stops)
  for (let i = 0; i < image.data.length; i += 4) {
    const at = image.data[i + 3]! * 4
    image.data[i] = colours[at]!
    image.data[i + 1] = colours[at + 1]!
    image.data[i + 2] = colours[at + 2]!
    image.data[i + 3] = colours[at + 3]!
  }
  context.putImageData(image, 0, 0)
}

/** The kernel of one place: a Gaussian cut off at three standard deviations. */
function stampOf(pixels: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(Math.ceil(2 * pixels), Math.ceil(2 * pixels))
  const context = canvas.getContext('2d')!
  const gradient = context.createRadialGradient(pixels, pixels, 0, pixels, pixels, pixels)
  for (let i = 0; i < 12; i++) gradient.addColorStop(i / 12, `rgba(0,0,0,${Math.exp(-0.5 * ((3 * i) / 12) ** 2)})`)
  gradient.addColorStop(1, 'rgba(0,0,0,0)')
  context.fillStyle = gradient
  context.fillRect(0, 0, canvas.width, canvas.height)
  return canvas
}

/** RGBA values of each of 256 steps of density. */
function rampOf(stops: Heat['stops']): Uint8ClampedArray {
  const context = new OffscreenCanvas(256, 1).getContext('2d', { willReadFrequently: true })!
  const gradient = context.createLinearGradient(0, 0, 256, 0)
  for (const [share, colour] of stops) gradient.addColorStop(share, colour)
  context.fillStyle = gradient
  context.fillRect(0, 0, 256, 1)
  return context.getImageData(0, 0, 256, 1).data
}
