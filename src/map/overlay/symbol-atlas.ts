import type { StatusName } from '@/domain/rules/status'
import type { Kind } from '@/domain/sources/kinds/kind'
import { SHAPES, type Shape } from '@/domain/sources/kinds/shape'
import {
  ATLAS_CELL,
  CIRCLE_RADIUS,
  PILL_RADIUS,
  SHAPE_RADIUS,
  SHAPE_RIM,
  type SymbolAtlas,
  type SymbolPlace,
} from '@/layers/atlas'
import type { Palette } from '@/layers/palette'
import { allSymbols, BODY, bareName, CORNERS, DROP, fillStyleOf, PILL, RING } from '@/layers/symbols'
import { READ_BACK } from '@/map/style/style-images'

const COLUMNS = 16
/** Line width of the ring, which fills its cell. */
const RING_LINE = 5

function trace(context: OffscreenCanvasRenderingContext2D, shape: Shape, x: number, y: number): void {
  context.beginPath()
  if (shape === 'circle') {
    context.arc(x, y, CIRCLE_RADIUS, 0, 2 * Math.PI)
  } else if (shape === 'drop') {
    context.arc(x, y + SHAPE_RADIUS * DROP.y, SHAPE_RADIUS * DROP.radius, -0.25 * Math.PI, 1.25 * Math.PI)
    context.lineTo(x, y - SHAPE_RADIUS)
  } else {
    for (const [dx, dy] of CORNERS[shape]) context.lineTo(x + dx * SHAPE_RADIUS, y + dy * SHAPE_RADIUS)
  }
  context.closePath()
}

/**
 * Draws a symbol centred on a point: the shape shows the kind, the colour the status; filled, hollow or dashed shows
 * the status without colour.
 */
export function drawSymbol(
  context: OffscreenCanvasRenderingContext2D,
  palette: Palette,
  { shape, status, letter }: { shape: Shape; status: StatusName; letter: string },
  x: number,
  y: number,
): void {
  drawShape(context, palette, { shape, letter, colour: palette.status[status], style: fillStyleOf(status) }, x, y)
}

/** Draws a shape centred on a point in any colour. */
export function drawShape(
  context: OffscreenCanvasRenderingContext2D,
  palette: Palette,
  symbol: { shape: Shape; letter: string; colour: string; style: ReturnType<typeof fillStyleOf> },
  x: number,
  y: number,
): void {
  const { shape, letter, colour, style } = symbol
  context.lineJoin = 'round'
  context.setLineDash([])
  trace(context, shape, x, y)
  context.lineWidth = 2 * SHAPE_RIM
  context.strokeStyle = palette.markRim
  context.stroke()
  context.fillStyle = style === 'filled' ? colour : palette.panel
  context.fill()
  if (style !== 'filled') {
    context.lineWidth = 6
    context.strokeStyle = colour
    if (style === 'dashed') context.setLineDash([7, 6])
    context.stroke()
  }
  if (letter !== '') {
    const [dx, dy] = BODY[shape] ?? [0, 0]
    const at = [letter, x + dx * SHAPE_RADIUS, y + dy * SHAPE_RADIUS + 2] as const
    context.font = `600 ${[...letter].length > 1 ? 17 : 26}px "Noto Sans SC Variable", sans-serif`
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    // Outlined in the fill colour, so that the letter is readable even where a star or cross does not reach under it.
    context.setLineDash([])
    context.lineWidth = 6
    context.strokeStyle = style === 'filled' ? colour : palette.panel
    context.strokeText(...at)
    context.fillStyle = style === 'filled' ? palette.panel : palette.ink
    context.fillText(...at)
  }
}

/** All symbols of some kinds in a theme, in one image. */
export function drawAtlas(palette: Palette, kinds: readonly Kind[]): SymbolAtlas {
  const symbols = allSymbols(kinds)
  const shapes = SHAPES
  const rows = Math.ceil((symbols.length + shapes.length + 2) / COLUMNS)
  const canvas = new OffscreenCanvas(COLUMNS * ATLAS_CELL, rows * ATLAS_CELL)
  const context = canvas.getContext('2d', READ_BACK)!
  const mapping: Record<string, SymbolPlace> = {}
  const place = (name: string, i: number, mask: boolean) => {
    const x = (i % COLUMNS) * ATLAS_CELL
    const y = Math.floor(i / COLUMNS) * ATLAS_CELL
    mapping[name] = { x, y, width: ATLAS_CELL, height: ATLAS_CELL, anchorY: ATLAS_CELL / 2, mask }
    return [x + ATLAS_CELL / 2, y + ATLAS_CELL / 2] as const
  }
  symbols.forEach((symbol, i) => {
    drawSymbol(context, palette, symbol, ...place(symbol.name, i, false))
  })
  shapes.forEach((shape, i) => {
    trace(context, shape, ...place(bareName(shape), symbols.length + i, true))
    context.fillStyle = '#fff'
    context.fill()
  })
  context.beginPath()
  context.arc(...place(RING, symbols.length + shapes.length, true), (ATLAS_CELL - RING_LINE) / 2 - 1, 0, 2 * Math.PI)
  context.setLineDash([])
  context.lineWidth = RING_LINE
  context.strokeStyle = '#fff'
  context.stroke()
  const [x, y] = place(PILL, symbols.length + shapes.length + 1, true)
  context.beginPath()
  context.roundRect(x - ATLAS_CELL / 2 + 1, y - PILL_RADIUS, ATLAS_CELL - 2, 2 * PILL_RADIUS, PILL_RADIUS)
  context.fillStyle = '#fff'
  context.fill()
  return { image: context.getImageData(0, 0, canvas.width, canvas.height), mapping }
}
