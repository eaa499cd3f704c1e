import { BREACHES } from '@/domain/trucks/breach-kinds'
import { BREACH_SHAPES, breachImage } from '@/layers/breach-marks'
import { EDGE_HATCH, HATCH } from '@/layers/county-layers'
import type { Palette } from '@/layers/palette'
import { CORNERS } from '@/layers/symbols'

/** Keeps a canvas in main memory: reading it back from a simulated graphics card takes a second. */
export const READ_BACK = { willReadFrequently: true }

const HATCH_PIXELS = 16
const HATCH_ALPHA = 0.34
const DROP = { width: 28, height: 36 }
const BREACH_PIXELS = 36

/** Diagonal hatching that shows "over the limit" without colour. */
function hatch(colour: string, alpha: number): ImageData {
  const context = new OffscreenCanvas(HATCH_PIXELS, HATCH_PIXELS).getContext('2d', READ_BACK)!
  context.strokeStyle = colour
  context.globalAlpha = alpha
  context.lineWidth = 2
  for (const offset of [-HATCH_PIXELS, 0, HATCH_PIXELS]) {
    context.beginPath()
    context.moveTo(offset - 2, HATCH_PIXELS + 2)
    context.lineTo(offset + HATCH_PIXELS + 2, -2)
    context.stroke()
  }
  return context.getImageData(0, 0, HATCH_PIXELS, HATCH_PIXELS)
}

/** A monitoring point as a drop of its dustfall class. */
function drop(palette: Palette, colour: string): ImageData {
  const { width, height } = DROP
  const context = new OffscreenCanvas(width, height).getContext('2d', READ_BACK)!
  context.beginPath()
  context.arc(width / 2, height - 12, 10, -0.22 * Math.PI, 1.22 * Math.PI)
  context.lineTo(width / 2, 3)
  context.closePath()
  context.fillStyle = colour
  context.fill()
  context.lineWidth = 2
  context.strokeStyle = palette.ink
  context.stroke()
  return context.getImageData(0, 0, width, height)
}

/** A breach by a truck, in the shape of its kind. */
function breach(palette: Palette, corners: readonly (readonly [number, number])[]): ImageData {
  const context = new OffscreenCanvas(BREACH_PIXELS, BREACH_PIXELS).getContext('2d', READ_BACK)!
  const half = BREACH_PIXELS / 2
  context.beginPath()
  for (const [x, y] of corners) context.lineTo(half + x * (half - 5), half + y * (half - 5))
  context.closePath()
  // The white rim separates it from the trail, the dark one from the ground.
  for (const [width, colour] of [
    [9, palette.panel],
    [4, palette.ink],
  ] as const) {
    context.lineWidth = width
    context.lineJoin = 'round'
    context.strokeStyle = colour
    context.stroke()
  }
  context.fillStyle = palette.status.failing
  context.fill()
  return context.getImageData(0, 0, BREACH_PIXELS, BREACH_PIXELS)
}

/** Image pixels per screen pixel. */
export const IMAGE_SCALE = 2

/** Size of a monitoring point's drop on the screen. */
export const DROP_PIXELS = { width: DROP.width / IMAGE_SCALE, height: DROP.height / IMAGE_SCALE }

/** The images of a theme that a style refers to, by name. */
export function styleImages(palette: Palette): readonly (readonly [name: string, image: ImageData])[] {
  return [
    [HATCH, hatch(palette.hatch, HATCH_ALPHA)],
    [EDGE_HATCH, hatch(palette.over, 0.9)],
    ['drop--1', drop(palette, palette.unranked)],
    ...BREACHES.map((kind) => [breachImage(kind), breach(palette, CORNERS[BREACH_SHAPES[kind]])] as const),
    ...palette.dustfall.map((colour, i) => [`drop-${i}`, drop(palette, colour)] as const),
  ]
}
