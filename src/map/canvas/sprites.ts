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
  private readonly discs = new Map<number, Map<string, ImageData>>()

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

  /** A disc as pixels, for `blend`. */
  disc(radius: number, colour: string): ImageData {
    const ofRadius = this.discs.get(radius) ?? new Map<string, ImageData>()
    const known = ofRadius.get(colour)
    if (known) return known
    const context = this.middleOf(2 * radius + 2, 1, { willReadFrequently: true })
    context.beginPath()
    context.arc(0, 0, radius, 0, 2 * Math.PI)
    context.fillStyle = colour
    context.fill()
    const { width, height } = context.canvas
    const disc = context.getImageData(0, 0, width, height)
    this.discs.set(radius, ofRadius.set(colour, disc))
    return disc
  }

  private inCell(key: string, size: number, draw: (context: Context) => void) {
    return this.make(key, iconSize(size), iconSize(size) / ATLAS_CELL, draw)
  }

  /** Draws a sprite on a canvas of {@link middleOf}, or returns the one already drawn. */
  private make(key: string, side: number, scale: number, draw: (context: Context) => void): OffscreenCanvas {
    const known = this.made.get(key)
    if (known) return known
    const context = this.middleOf(side, scale)
    draw(context)
    this.made.set(key, context.canvas)
    return context.canvas
  }

  /** A new square canvas of `side` CSS pixels, scaled, with the origin in its middle. */
  private middleOf(side: number, scale: number, settings?: CanvasRenderingContext2DSettings): Context {
    const pixels = Math.ceil(side * this.pixelRatio)
    const context = new OffscreenCanvas(pixels, pixels).getContext('2d', settings)!
    context.translate(pixels / 2, pixels / 2)
    context.scale(scale * this.pixelRatio, scale * this.pixelRatio)
    return context
  }
}
