import { STATUS, type StatusName } from '@/domain/rules/status'
import type { Shape } from '@/domain/sources/kinds/shape'
import { ATLAS_CELL } from '@/layers/atlas'
import { dotColour } from '@/layers/dot-colour'
import { DRAWN_TINT } from '@/layers/drawn-layers'
import { FONT } from '@/layers/font'
import type { LegendEntry } from '@/layers/legend'
import { lookColour } from '@/layers/look-legend'
import type { Palette } from '@/layers/palette'
import { shortCount } from '@/layers/short-count'
import { BADGE_RIM, iconSize } from '@/layers/symbol-sizes'
import { drawShape, drawSymbol } from '@/map/overlay/symbol-atlas'
import { wrapText } from './wrap-lines'

const FONT_FAMILY = `"${FONT}", sans-serif`

/** Draws texts and symbols in the colours of a palette; positions and sizes are in CSS pixels. */
export class Pen {
  constructor(
    readonly context: OffscreenCanvasRenderingContext2D,
    readonly palette: Palette,
  ) {}

  text(
    words: string,
    x: number,
    y: number,
    size: number,
    weight = 400,
    align: CanvasTextAlign = 'left',
    colour = this.palette.ink,
  ) {
    const { context } = this
    context.font = `${weight} ${size}px ${FONT_FAMILY}`
    context.textAlign = align
    context.textBaseline = 'middle'
    context.fillStyle = colour
    context.fillText(words, x, y)
  }

  /** A text centred on a point, with a halo that keeps it readable on any ground. */
  haloedText(words: string, x: number, y: number, size: number, colour = this.palette.ink, rim = this.palette.panel) {
    const { context } = this
    context.font = `600 ${size}px ${FONT_FAMILY}`
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.lineWidth = 4
    context.lineJoin = 'round'
    context.strokeStyle = rim
    context.strokeText(words, x, y)
    this.text(words, x, y, size, 600, 'center', colour)
  }

  widthOf(words: string, size: number): number {
    this.context.font = `600 ${size}px ${FONT_FAMILY}`
    return this.context.measureText(words).width
  }

  /** A symbol with its shape at the given size. */
  symbol(
    symbol: { readonly shape: Shape; readonly status: StatusName; readonly letter?: string },
    x: number,
    y: number,
    size = 12,
  ) {
    this.atSize(x, y, size, () => drawSymbol(this.context, this.palette, { letter: '', ...symbol }, 0, 0))
  }

  /** Draws at a point something measured in units of the atlas cell. */
  private atSize(x: number, y: number, size: number, draw: () => void) {
    const { context } = this
    const scale = iconSize(size) / ATLAS_CELL
    context.save()
    context.translate(x, y)
    context.scale(scale, scale)
    draw()
    context.restore()
  }

  disc(x: number, y: number, radius: number, colour: string, rim = 0) {
    const { context, palette } = this
    for (const [by, fill] of [
      [rim, palette.markRim],
      [0, colour],
    ] as const) {
      context.beginPath()
      context.arc(x, y, radius + by, 0, 2 * Math.PI)
      context.fillStyle = fill
      context.fill()
    }
  }

  /** A shape filled with a look's colour, which does not stand for a status. */
  painted(shape: Shape, colour: string, x: number, y: number, size: number) {
    const symbol = { shape, letter: '', colour, style: 'filled' } as const
    this.atSize(x, y, size, () => drawShape(this.context, this.palette, symbol, 0, 0))
  }

  /** A count in the colour of its worst source. */
  badge(count: number, status: StatusName, x: number, y: number) {
    const words = shortCount(count)
    this.disc(x, y, Math.max(10, this.widthOf(words, 12) / 2 + 4), this.palette.badge[status], BADGE_RIM)
    this.text(words, x, y + 0.5, 12, 700, 'center', this.palette.panel)
  }

  line(
    from: readonly [number, number],
    to: readonly [number, number],
    colour: string,
    width: number,
    dash: number[] = [],
  ) {
    const { context } = this
    context.save()
    context.beginPath()
    context.moveTo(...from)
    context.lineTo(...to)
    context.strokeStyle = colour
    context.lineWidth = width
    context.setLineDash(dash)
    context.stroke()
    context.restore()
  }

  /** Draws a legend sample centred on a point. */
  sample(entry: LegendEntry, x: number, y: number) {
    const { palette } = this
    const stroke = (colour: string, width: number, dash?: number[]) =>
      this.line([x - 10, y], [x + 10, y], colour, width, dash)
    // A neutral colour, since the sample shows a kind and no status.
    const neutral = new Pen(this.context, { ...palette, status: { ...palette.status, fine: palette.quiet } })
    switch (entry.type) {
      case 'standing':
        return this.symbol({ shape: 'square', status: entry.status }, x, y)
      case 'badge':
        return this.disc(x, y, 6, palette.badge[entry.status])
      case 'dots':
        return this.disc(x, y, 2.5, dotColour(palette, STATUS[entry.status]))
      case 'look':
        return this.swatch(lookColour(entry, palette), false, x, y)
      case 'look-sizes':
        this.disc(x - 7, y, 2, palette.quiet)
        return this.disc(x + 4, y, 6, palette.quiet)
      case 'cells':
      case 'heat':
        return this.disc(x, y, 6, palette.badge.overdue)
      case 'kind':
        return neutral.symbol({ shape: entry.shape, status: 'fine', letter: entry.mark }, x, y)
      case 'points':
        return neutral.symbol({ shape: 'drop', status: 'fine' }, x, y)
      case 'dustfall':
        return this.swatch(palette.dustfall[entry.class]!, entry.over, x, y)
      case 'unranked':
        return this.swatch(palette.unranked, false, x, y)
      case 'ring':
        return stroke(palette.action, 2, [5, 3])
      case 'area':
        return this.outlined(x, y)
      case 'built-up':
        return stroke(palette.quiet, 1.5, [2, 2])
      case 'line':
        return stroke(entry.colour < 0 ? palette.status.unknown : palette.grades[entry.colour]!, 4)
      case 'rivers':
        return stroke(palette.water, 2)
      case 'neighbours':
        return stroke(palette.neighbour, 1, [4, 2])
    }
  }

  /** A tinted area with a strong outline. */
  private outlined(x: number, y: number) {
    const { context, palette } = this
    context.save()
    context.fillStyle = palette.action
    context.globalAlpha = DRAWN_TINT
    context.fillRect(x - 9, y - 6, 18, 12)
    context.globalAlpha = 1
    context.strokeStyle = palette.action
    context.lineWidth = 2
    context.strokeRect(x - 9, y - 6, 18, 12)
    context.restore()
  }

  private swatch(colour: string, hatched: boolean, x: number, y: number) {
    const { context, palette } = this
    context.save()
    context.beginPath()
    context.rect(x - 9, y - 6, 18, 12)
    context.clip()
    context.fillStyle = colour
    context.fillRect(x - 9, y - 6, 18, 12)
    if (hatched) for (let i = -9; i <= 18; i += 4) this.line([x + i - 6, y + 7], [x + i + 8, y - 7], palette.hatch, 0.8)
    context.restore()
    context.strokeStyle = palette.edge
    context.lineWidth = 0.5
    context.strokeRect(x - 9, y - 6, 18, 12)
  }
}

/** Wraps lines of text of a size in pixels to a width. */
export function wrapLines(lines: readonly string[], width: number, size: number): string[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d')!
  context.font = `${size}px ${FONT_FAMILY}`
  return lines.flatMap((line) => wrapText(line, width, (text) => context.measureText(text).width))
}
