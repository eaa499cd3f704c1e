import type PptxGenJS from 'pptxgenjs'
import { base64 } from '@/io/papers/base64'
import type { PaperView } from '@/io/papers/papers'
import { type Box, type DeckLook, QUIET } from './deck-look'
import { LINE, linesOf, textWidth } from './text-fit'

const POINTS = 72
/** Width of the legend, and the gap before it. */
const [LEGEND, GAP] = [3.05, 0.25]
const SIZES = [14, 13, 12, 11, 10]
/** Width of a sign; gap between two entries on a line, and between two groups; in letters. */
const [SIGN, APART, GROUP] = [2, 0.8, 0.5]

/** A legend text with its sign; position in letters from the upper left corner. */
interface Placed {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly lines: number
  readonly text: string
  /** Null for the name of a group. */
  readonly sample: Uint8Array<ArrayBuffer> | null
}

/** Flows the legend into lines of a width; short texts share a line. */
function flowed(legend: PaperView['legend'], width: number): { readonly all: Placed[]; readonly height: number } {
  const all: Placed[] = []
  let [x, y] = [0, 0]
  const put = (text: string, sample: Placed['sample']) => {
    const sign = sample ? SIGN : 0
    const wanted = sign + textWidth(text) + 0.2
    if (x > 0 && x + wanted > width) [x, y] = [0, y + LINE]
    const own = Math.min(wanted, width - x)
    const lines = wanted <= width ? 1 : linesOf(text, width - sign)
    all.push({ x, y, width: own, lines, text, sample })
    if (lines > 1 || !sample) [x, y] = [0, y + lines * LINE]
    else x += own + APART
  }
  for (const { name, entries } of legend) {
    if (name !== '') put(name, null)
    for (const { text, sample } of entries) put(text, sample)
    ;[x, y] = [0, y + (x > 0 ? LINE : 0) + GROUP]
  }
  return { all, height: y - GROUP }
}

/** The map of a pinned view, with its legend on the right in the largest size that fits. */
export function addView(slide: PptxGenJS.Slide, view: PaperView, title: string, look: DeckLook, { x, y, w, h }: Box) {
  const { wide, legend } = view
  const scale = Math.min((w - LEGEND - GAP) / wide.width, h / wide.height)
  const map = { w: wide.width * scale, h: wide.height * scale }
  slide.addImage({ data: pngOf(wide.bytes), x, y, ...map, altText: title })
  const left = x + map.w + GAP
  const room = x + w - left
  const tried = SIZES.map((size) => ({ size, ...flowed(legend, (room * POINTS) / size) }))
  const { size, all } = tried.find(({ size, height }) => (height * size) / POINTS <= h) ?? tried.at(-1)!
  const letter = size / POINTS
  for (const { text, sample, lines, ...at } of all) {
    const sign = sample ? SIGN * letter : 0
    const [itemX, itemY] = [left + at.x * letter, y + at.y * letter]
    if (sample)
      slide.addImage({
        data: pngOf(sample),
        x: itemX,
        y: itemY + (LINE * letter - letter * 1.2) / 2,
        w: letter * 1.6,
        h: letter * 1.2,
        altText: '',
      })
    slide.addText(text, {
      x: itemX + sign,
      y: itemY,
      w: at.width * letter - sign,
      h: lines * LINE * letter,
      margin: 0,
      fontSize: size,
      fontFace: look.bodyFont,
      color: sample ? look.ink : QUIET,
      valign: 'middle',
      wrap: lines > 1,
    })
  }
}

const pngOf = (bytes: Uint8Array<ArrayBuffer>) => `image/png;base64,${base64(bytes)}`
