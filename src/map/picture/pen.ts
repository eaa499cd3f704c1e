import { FONT } from '@/layers/font'
import type { Palette } from '@/layers/palette'
import { drawSymbol } from '@/map/overlay/symbol-atlas'
import type { PictureMark } from './picture-input'

const FONT_FAMILY = `"${FONT}", sans-serif`
/** Size of a symbol on paper, as a share of its size in the atlas. */
const SYMBOL_SCALE = 0.28

/** Draws texts and symbols on a page, in the colours of a palette; places and sizes in CSS pixels. */
export class Pen {
  constructor(
    readonly context: OffscreenCanvasRenderingContext2D,
    readonly palette: Palette,
  ) {}

  text(words: string, x: number, y: number, size: number, weight = 400, align: CanvasTextAlign = 'left') {
    const { context, palette } = this
    context.font = `${weight} ${size}px ${FONT_FAMILY}`
    context.textAlign = align
    context.textBaseline = 'middle'
    context.fillStyle = palette.ink
    context.fillText(words, x, y)
  }

  /** A text about a point, with a rim that keeps it readable on any ground. */
  haloedText(words: string, x: number, y: number, size: number) {
    const { context, palette } = this
    context.font = `600 ${size}px ${FONT_FAMILY}`
    context.textAlign = 'center'
    context.lineWidth = 4
    context.lineJoin = 'round'
    context.strokeStyle = palette.panel
    context.strokeText(words, x, y)
    this.text(words, x, y, size, 600, 'center')
  }

  symbol({ shape, status }: Pick<PictureMark, 'shape' | 'status'>, x: number, y: number) {
    const { context, palette } = this
    context.save()
    context.translate(x, y)
    context.scale(SYMBOL_SCALE, SYMBOL_SCALE)
    drawSymbol(context, palette, { shape, status, letter: '' }, 0, 0)
    context.restore()
  }
}

/** Lines of 12 pixels cut where a width ends; Chinese may break anywhere. */
export function wrapLines(lines: readonly string[], width: number): string[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d')!
  context.font = `12px ${FONT_FAMILY}`
  return lines.flatMap((line) => {
    const parts = ['']
    for (const letter of line) {
      if (context.measureText(parts.at(-1)! + letter).width > width) parts.push('')
      parts[parts.length - 1] += letter
    }
    return parts
  })
}
