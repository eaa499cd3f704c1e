import type { StatusName } from '@/domain/rules/status'
import type { Palette } from '@/layers/palette'
import type { SymbolAtlas, SymbolPlace } from '@/layers/source-layers'
import { allShapes, allSymbols, bareName, CORNERS, drawnAs, type Shape } from '@/layers/symbols'
import { READ_BACK } from './style-images'

/** Pixels of one symbol in the atlas: three times what the screen shows, so that it stays sharp. */
const CELL = 64
const COLUMNS = 16
const RADIUS = 21

function trace(context: OffscreenCanvasRenderingContext2D, shape: Shape, x: number, y: number): void {
  context.beginPath()
  if (shape === 'circle') {
    context.arc(x, y, RADIUS * 0.95, 0, 2 * Math.PI)
  } else if (shape === 'drop') {
    context.arc(x, y + RADIUS * 0.3, RADIUS * 0.7, -0.25 * Math.PI, 1.25 * Math.PI)
    context.lineTo(x, y - RADIUS)
  } else {
    for (const [dx, dy] of CORNERS[shape]) context.lineTo(x + dx * RADIUS, y + dy * RADIUS)
  }
  context.closePath()
}

/** Draws one symbol about a point: shape says what, colour how bad; filled, hollow or dashed says it without colour. */
export function drawSymbol(
  context: OffscreenCanvasRenderingContext2D,
  palette: Palette,
  symbol: { shape: Shape; status: StatusName; letter: string },
  x: number,
  y: number,
): void {
  const { shape, status, letter } = symbol
  const colour = palette.status[status]
  const style = drawnAs(status)
  context.lineJoin = 'round'
  context.setLineDash([])
  trace(context, shape, x, y)
  context.lineWidth = style === 'filled' ? 8 : 12
  context.strokeStyle = palette.panel
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
    context.fillStyle = style === 'filled' ? palette.panel : palette.ink
    context.font = '600 26px "Noto Sans SC Variable", sans-serif'
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.fillText(letter, x, y + 2)
  }
}

/** All symbols of a theme in one image. */
export function drawAtlas(palette: Palette): SymbolAtlas {
  const symbols = allSymbols()
  const shapes = allShapes()
  const rows = Math.ceil((symbols.length + shapes.length) / COLUMNS)
  const canvas = new OffscreenCanvas(COLUMNS * CELL, rows * CELL)
  const context = canvas.getContext('2d', READ_BACK)!
  const mapping: Record<string, SymbolPlace> = {}
  const place = (name: string, i: number, mask: boolean) => {
    const x = (i % COLUMNS) * CELL
    const y = Math.floor(i / COLUMNS) * CELL
    mapping[name] = { x, y, width: CELL, height: CELL, anchorY: CELL / 2, mask }
    return [x + CELL / 2, y + CELL / 2] as const
  }
  symbols.forEach((symbol, i) => {
    drawSymbol(context, palette, symbol, ...place(symbol.name, i, false))
  })
  shapes.forEach((shape, i) => {
    trace(context, shape, ...place(bareName(shape), symbols.length + i, true))
    context.fillStyle = '#fff'
    context.fill()
  })
  return { image: context.getImageData(0, 0, canvas.width, canvas.height), mapping }
}
