import type { Position } from '@/domain/geodesy/position'
import { STATUS, STATUS_NAMES } from '@/domain/rules/status'
import { kindWithId } from '@/domain/sources/kinds/kind'
import type { PlacedRows } from '@/domain/sources/view/drawn-sources'
import { textOf } from '@/domain/table/column'
import { CELL_ALPHA, cellDiscs } from '@/layers/cell-discs'
import { dotColour } from '@/layers/dot-colour'
import { FONT } from '@/layers/font'
import { lookColours, lookSize } from '@/layers/look-colours'
import { shortCount } from '@/layers/short-count'
import {
  BADGE_RIM,
  badgeSize,
  DOT_OPACITY,
  DROP_MIDDLE,
  DUE_DOT,
  dotRadius,
  dotRim,
  MAX_DOT_PIXELS,
  MAX_RIMMED,
  shapeSize,
  symbolSize,
} from '@/layers/symbol-sizes'
import { LETTER_ZOOM, letterOf } from '@/layers/symbols'
import { drawSelectionRing } from '@/map/drawing/selection-ring'
import type { OverlayInput } from '@/map/engine/live-map'
import { blend } from './blend'
import type { Sprites } from './sprites'

/** Drawing target: a context in CSS pixels, and `pixel`, which projects a position onto it. */
export interface Canvas {
  readonly context: CanvasRenderingContext2D
  readonly pixelRatio: number
  readonly sprites: Sprites
  readonly pixel: (at: Position) => readonly [x: number, y: number]
}

/** Draws the sources as `sourceLayers` does for deck.gl: the worst on top, badges above them. */
export function drawSources(canvas: Canvas, input: OverlayInput): void {
  const { sources, opacity } = input
  drawDots(canvas, input)
  if (sources.cells) drawCells(canvas, input, sources.cells)
  canvas.context.globalAlpha = opacity
  drawSymbols(canvas, input)
  drawBadges(canvas, input)
  canvas.context.globalAlpha = 1
  drawSelected(canvas, input)
}

/** Draws a sprite centred on a point, snapped to whole screen pixels; otherwise it would be blurred. */
function stamp({ context, pixelRatio }: Canvas, sprite: OffscreenCanvas, [x, y]: readonly [number, number]) {
  const whole = (at: number, pixels: number) => Math.round(at * pixelRatio - pixels / 2) / pixelRatio
  const [width, height] = [sprite.width / pixelRatio, sprite.height / pixelRatio]
  context.drawImage(sprite, whole(x, sprite.width), whole(y, sprite.height), width, height)
}

/** The smallest box, in whole pixels of the canvas, around points with a margin; null if all are outside. */
function boxOf(
  points: readonly { readonly x: number; readonly y: number }[],
  { width, height }: { readonly width: number; readonly height: number },
  margin: number,
) {
  let [west, north, east, south] = [width, height, 0, 0]
  for (const { x, y } of points) {
    west = Math.min(west, x)
    north = Math.min(north, y)
    east = Math.max(east, x)
    south = Math.max(south, y)
  }
  const [left, top] = [west, north].map((each) => Math.max(0, Math.floor(each - margin))) as [number, number]
  const [right, bottom] = [Math.min(width, Math.ceil(east + margin)), Math.min(height, Math.ceil(south + margin))]
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : null
}

const positionIn = ({ positions }: { readonly positions: Float64Array }, i: number): Position => [
  positions[2 * i]!,
  positions[2 * i + 1]!,
]

function text({ context }: Canvas, words: string, [x, y]: readonly [number, number], size: number, colour: string) {
  context.font = `700 ${size}px "${FONT}", sans-serif`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle = colour
  context.fillText(words, x, y + 0.5)
}

function drawCells(
  canvas: Canvas,
  { palette, opacity }: OverlayInput,
  cells: NonNullable<OverlayInput['sources']['cells']>,
) {
  const { radii, standings, labelled } = cellDiscs(cells)
  const { context, pixel } = canvas
  context.globalAlpha = (opacity * CELL_ALPHA) / 255
  standings.forEach((standing, i) => {
    context.beginPath()
    context.arc(...pixel(positionIn(cells, i)), radii[i]!, 0, 2 * Math.PI)
    context.fillStyle = palette.status[standing]
    context.fill()
  })
  context.globalAlpha = opacity
  for (const i of labelled) text(canvas, shortCount(cells.counts[i]!), pixel(positionIn(cells, i)), 10, palette.panel)
}

/** Returns a function that gives a source's colour by the look; null for sources coloured by their status. */
function lookOf({ look, palette }: OverlayInput) {
  const colours = look?.column ? lookColours(look.legend, palette) : null
  return ({ kinds, painted }: PlacedRows, i: number): string | null =>
    colours && painted && textOf(kinds, i) === look?.kind
      ? (colours[painted.classes[i]!] ?? palette.status.unknown)
      : null
}

/** Puts the dots in place of what was drawn before. */
function drawDots(canvas: Canvas, input: OverlayInput) {
  const { sources, palette, opacity, kinds } = input
  const { dots } = sources
  const { context, pixelRatio, sprites, pixel } = canvas
  const colour = lookOf(input)
  const known = new Set(kinds.map(({ id }) => id))
  // Backwards, so that the worst is drawn last and on top.
  const shown = Array.from(dots.rows.keys(), (i) => dots.rows.length - 1 - i)
    .filter((i) => known.has(textOf(dots.kinds, i)))
    .map((i) => {
      const [x, y] = pixel(positionIn(dots, i))
      return { i, status: dots.status[i]!, x: x * pixelRatio, y: y * pixelRatio }
    })
  const box = boxOf(shown, context.canvas, MAX_DOT_PIXELS * pixelRatio)
  if (!box) return
  const image = context.createImageData(box.width, box.height)
  const dot = (radius: number, fill: string, { x, y }: { readonly x: number; readonly y: number }) => {
    const disc = sprites.disc(radius, fill)
    const [left, top] = [Math.round(x - disc.width / 2), Math.round(y - disc.height / 2)]
    blend(image, disc, left - box.left, top - box.top, opacity * DOT_OPACITY)
  }
  const { isDueApart = false } = input
  const each = (rimOf: (status: number) => number, colourOf: (i: number, status: number) => string) => {
    for (const at of shown) {
      dot(dotRadius(at.status, isDueApart) + rimOf(at.status), colourOf(at.i, at.status), at)
      if (isDueApart && at.status === STATUS.due) dot(DUE_DOT.hole, palette.panel, at)
    }
  }
  if (dots.rows.length <= MAX_RIMMED) each(dotRim, () => palette.markRim)
  each(
    () => 0,
    (i, status) => colour(dots, i) ?? dotColour(palette, status),
  )
  context.putImageData(image, box.left, box.top)
}

function drawSymbols(canvas: Canvas, input: OverlayInput) {
  const { sources, look, zoom, kinds } = input
  const { symbols } = sources
  const { sprites, pixel } = canvas
  const colour = lookOf(input)
  const letters = zoom >= LETTER_ZOOM
  const draw = (i: number, isLooked: boolean) => {
    const kind = kindWithId(kinds, textOf(symbols.kinds, i))
    if (!kind || isLooked !== (kind.id === look?.kind)) return
    const { shape } = kind.symbol
    const status = STATUS_NAMES[symbols.status[i]!]!
    const at = pixel(positionIn(symbols, i))
    const letter = letters ? letterOf(kind, textOf(symbols.grades, i)) : ''
    if (!isLooked || !look)
      return stamp(canvas, sprites.symbol({ shape, status, letter }, symbolSize(zoom, symbols.status[i]!)), at)
    const size = look.sizeColumn === null ? symbolSize(zoom, 0) : shapeSize(lookSize(symbols.painted?.sizes[i] ?? 0))
    stamp(canvas, sprites.shape({ shape, colour: colour(symbols, i) ?? input.palette.status[status] }, size), at)
  }
  for (const isLooked of look ? [false, true] : [false])
    for (let i = symbols.rows.length - 1; i >= 0; i--) draw(i, isLooked)
}

function drawBadges(canvas: Canvas, { sources, palette }: OverlayInput) {
  const { badges } = sources
  const { context, pixel } = canvas
  const order = [...badges.counts.keys()].sort((a, b) => badges.status[a]! - badges.status[b]!)
  for (const i of order) {
    const count = badges.counts[i]!
    const [width, height] = badgeSize(count)
    const [x, y] = pixel(positionIn(badges, i))
    for (const [rim, colour] of [
      [BADGE_RIM, palette.markRim],
      [0, palette.badge[STATUS_NAMES[badges.status[i]!]!]],
    ] as const) {
      const [w, h] = [width + 2 * rim, height + 2 * rim]
      context.beginPath()
      context.roundRect(x - w / 2, y - h / 2, w, h, h / 2)
      context.fillStyle = colour
      context.fill()
    }
    text(canvas, shortCount(count), [x, y], 12, palette.panel)
  }
}

/** A ring of ink on white around the chosen source or point. A drop hidden with its layer is still drawn here. */
function drawSelected(canvas: Canvas, { selected, drops, palette }: OverlayInput) {
  if (!selected) return
  const { context, pixel, sprites } = canvas
  const [x, place] = pixel(selected.at)
  const y = place - (selected.isDrop ? DROP_MIDDLE : 0)
  if (selected.isDrop && !drops) stamp(canvas, sprites.shape({ shape: 'drop', colour: palette.ink }, 17), [x, y])
  drawSelectionRing(context, [x, y], palette)
}
