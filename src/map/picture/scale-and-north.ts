import type { Box } from '@/layers/box-index'
import type { Pen } from './pen'

/** Maximum width of the scale bar, in CSS pixels. */
export const SCALE_MAX_PIXELS = 160
/** Space taken by scale bar and north arrow, in pixels relative to the lower left and the upper right corner. */
export const SCALE_BOX: Box = [8, -42, SCALE_MAX_PIXELS + 24, -8]
export const NORTH_BOX: Box = [-48, 8, -8, 62]
const SCALE_STEPS_KM = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100]

/** Draws the longest scale bar of a round length in the lower left corner. */
export function drawScaleBar(pen: Pen, mapHeight: number, mostMetres: number, words: (metres: number) => string): void {
  const km = SCALE_STEPS_KM.findLast((step) => step * 1000 <= mostMetres) ?? SCALE_STEPS_KM[0]!
  const length = (SCALE_MAX_PIXELS * km * 1000) / mostMetres
  pen.context.fillStyle = pen.palette.ink
  pen.context.fillRect(16, mapHeight - 18, length, 4)
  pen.haloedText(words(km * 1000), 16 + length / 2, mapHeight - 30, 13)
}

/** Draws a north arrow in the upper right corner. */
export function drawNorth(pen: Pen, width: number, word: string): void {
  const { context, palette } = pen
  context.fillStyle = palette.ink
  context.beginPath()
  context.moveTo(width - 28, 14)
  context.lineTo(width - 19, 38)
  context.lineTo(width - 37, 38)
  context.closePath()
  context.fill()
  pen.haloedText(word, width - 28, 50, 14)
}
