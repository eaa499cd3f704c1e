import { ATLAS_CELL } from '@/layers/atlas'
import type { Palette } from '@/layers/palette'
import { iconSize } from '@/layers/symbol-sizes'
import { drawShape, drawSymbol } from '@/map/overlay/symbol-atlas'

type SymbolOf = Parameters<typeof drawSymbol>[2]
type ShapeOf = Parameters<typeof drawShape>[2]
type Context = OffscreenCanvasRenderingContext2D

/** Symbols as small images, each drawn once at screen resolution and then reused wherever it occurs. */
export class Sprites {
  private readonly made = new Map<string, OffscreenCanvas>()

  constructor(
    private readonly palette: Palette,
    private readonly pixelRatio: number,
  ) {}

  /** A symbol with its shape at the given size. */
  symbol(symbol: SymbolOf, size: number) {
    const { shape, status, letter } = symbol
    return this.inCell(`${shape} ${status} ${letter} ${size}`, size, (context) =>
      drawSymbol(context, this.palette, symbol, 0, 0),
    )
  }

  /** A filled shape in a colour. */
  shape(symbol: Pick<ShapeOf, 'shape' | 'colour'>, size: number) {
    return this.inCell(`${symbol.shape} ${symbol.colour} ${size}`, size, (context) =>
      drawShape(context, this.palette, { ...symbol, letter: '', style: 'filled' }, 0, 0),
    )
  }

  disc(radius: number, colour: string) {
    return this.make(`disc ${radius} ${colour}`, 2 * radius + 2, 1, (context) => {
      context.beginPath()
      context.arc(0, 0, radius, 0, 2 * Math.PI)
      context.fillStyle = colour
      context.fill()
    })
  }

  private inCell(key: string, size: number, draw: (context: Context) => void) {
    return this.make(key, iconSize(size), iconSize(size) / ATLAS_CELL, draw)
  }

  /**
   * Draws a sprite of `side` CSS pixels, with the origin in its middle and scaled, or returns the one already drawn.
   */
  private make(key: string, side: number, scale: number, draw: (context: Context) => void): OffscreenCanvas {
    const known = this.made.get(key)
    if (known) return known
    const pixels = Math.ceil(side * this.pixelRatio)
    const canvas = new OffscreenCanvas(pixels, pixels)
    const context = canvas.getContext('2d')!
    context.translate(pixels / 2, pixels / 2)
    context.scale(scale * this.pixelRatio, scale * this.pixelRatio)
    draw(context)
    this.made.set(key, canvas)
    return canvas
  }
}
