import type { Palette } from '@/layers/palette'
import { SELECTED_PIXELS } from '@/layers/symbol-sizes'

/** Draws the ring of ink on white around a chosen place; its centre is in pixels of the context. */
export function drawSelectionRing(
  context: Pick<CanvasRenderingContext2D, 'beginPath' | 'arc' | 'lineWidth' | 'strokeStyle' | 'stroke'>,
  [x, y]: readonly [x: number, y: number],
  palette: Pick<Palette, 'panel' | 'ink'>,
): void {
  for (const [size, colour] of [
    [SELECTED_PIXELS + 5, palette.panel],
    [SELECTED_PIXELS, palette.ink],
  ] as const) {
    const line = (5 * size) / 64
    context.beginPath()
    context.arc(x, y, (size - line) / 2 - size / 64, 0, 2 * Math.PI)
    context.lineWidth = line
    context.strokeStyle = colour
    context.stroke()
  }
}
