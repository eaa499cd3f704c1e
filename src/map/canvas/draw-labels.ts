import { FONT } from '@/layers/font'
import { isStrong, labelColour } from '@/layers/label-colours'
import { placeLabels } from '@/layers/label-places'
import { labelObstacles, labelRequests } from '@/layers/map-labels'
import type { OverlayInput } from '@/map/engine/live-map'
import type { Canvas } from './draw-sources'

const LINE_HEIGHT = 1.15

/**
 * Draws the labels that find room, each with a halo that keeps it readable on any ground; same result as `labelLayers`
 * for deck.gl.
 */
export function drawLabels(
  { context, pixel }: Canvas,
  { names, sources, zoom, drops, window, palette }: OverlayInput,
): void {
  const labels = placeLabels(
    labelRequests(names, sources, zoom, false, window),
    labelObstacles(names, sources, zoom, drops),
    window,
    zoom,
  )
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  for (const { wish, at, offset, angle, leader } of labels) {
    const { role, size } = wish
    const strong = isStrong(role)
    const [x, y] = pixel(at)
    if (leader) {
      context.beginPath()
      context.moveTo(x, y)
      context.lineTo(x + leader[0], y + leader[1])
      context.setLineDash([0, 3.5])
      context.lineCap = 'round'
      context.lineWidth = 2
      context.strokeStyle = palette.ink
      context.stroke()
      context.setLineDash([])
    }
    context.save()
    context.translate(x + offset[0], y + offset[1])
    context.rotate((-angle * Math.PI) / 180)
    context.font = `${strong ? 600 : 500} ${size}px "${FONT}", sans-serif`
    context.lineWidth = strong ? 3 : 2.5
    context.strokeStyle = palette.panel
    context.fillStyle = labelColour(role, palette)
    const lines = wish.text.split('\n')
    lines.forEach((line, i) => {
      const down = (i - (lines.length - 1) / 2) * size * LINE_HEIGHT
      context.strokeText(line, 0, down)
    })
    lines.forEach((line, i) => {
      context.fillText(line, 0, (i - (lines.length - 1) / 2) * size * LINE_HEIGHT)
    })
    context.restore()
  }
}
