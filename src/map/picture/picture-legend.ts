import { STATUS_NAMES } from '@/domain/rules/status'
import { type LegendEntry, legendOf } from '@/layers/legend'
import type { MapImage } from './map-image'
import type { Pen } from './pen'
import type { PictureInput } from './picture-input'

const SAMPLE_PIXELS = 24
const GAP_PIXELS = 18
const TEXT_PIXELS = 13
export const LEGEND_LINE_PIXELS = 20

/** An entry, or the heading before entries of a type (`entry` is null). */
interface Item {
  readonly entry: LegendEntry | null
  readonly text: string
}

/** All entries of a picture in the order of the screen's legend; with marks, first their statuses and kinds. */
export function pictureEntries(
  { sources, legend, look, heat }: PictureInput,
  { bounds, sources: drawn }: Pick<MapImage, 'bounds' | 'sources'>,
): readonly LegendEntry[] {
  const rest = legendOf({ ...legend, bounds, sources: drawn, heat, lettered: false, look })
  if (!('marks' in sources)) return rest
  return [...markEntries(sources.marks), ...rest]
}

function markEntries(marks: Extract<PictureInput['sources'], { marks: unknown }>['marks']): LegendEntry[] {
  const statuses = [...STATUS_NAMES].reverse().filter((status) => marks.some((mark) => mark.status === status))
  const kinds = new Map(marks.map(({ kind, shape, mark }) => [kind, { kind, shape, mark }]))
  return [
    ...statuses.map((status): LegendEntry => ({ type: 'standing', status })),
    ...[...kinds.values()].map((kind): LegendEntry => ({ type: 'kind', letters: [], ...kind })),
  ]
}

/** What a legend needs from a picture: its width and the texts of its entries. */
export interface LegendInput {
  readonly width: number
  readonly words: Pick<PictureInput['words'], 'entry' | 'heading'>
}

/** Number of lines a legend takes. */
export const legendLines = (pen: Pen, input: LegendInput, entries: readonly LegendEntry[]): number =>
  linesOf(pen, input, entries, input.width - 32).length

/** Breaks entries into lines of a width; a heading stays on the line of its first entry. */
function linesOf(
  pen: Pen,
  { words }: Pick<LegendInput, 'words'>,
  entries: readonly LegendEntry[],
  width: number,
): Item[][] {
  const lines: Item[][] = []
  let left = 0
  let before: string | null = null
  let hasBadge = false
  for (const entry of entries) {
    // One badge is enough: its colour is that of the worst source, and the statuses already explain the colours.
    if (entry.type === 'badge' && hasBadge) continue
    hasBadge ||= entry.type === 'badge'
    const heading = words.heading(entry)
    const items: Item[] = [
      ...(heading !== null && heading !== before ? [{ entry: null, text: heading }] : []),
      { entry, text: words.entry(entry) },
    ]
    before = heading
    const needs = items.reduce((sum, item) => sum + widthOf(pen, item), 0)
    if (lines.length === 0 || needs > left) {
      lines.push([])
      left = width
    }
    lines.at(-1)!.push(...items)
    left -= needs
  }
  return lines
}

const widthOf = (pen: Pen, { entry, text }: Item) =>
  (entry ? SAMPLE_PIXELS : 0) + pen.widthOf(text, TEXT_PIXELS) + (entry ? GAP_PIXELS : 8)

/** Draws the legend from `top` down and returns the y of the line after it. */
export function drawLegend(pen: Pen, input: LegendInput, entries: readonly LegendEntry[], top: number): number {
  const lines = linesOf(pen, input, entries, input.width - 32)
  lines.forEach((items, i) => {
    const y = top + i * LEGEND_LINE_PIXELS
    let x = 16
    for (const item of items) {
      if (item.entry) pen.sample(item.entry, x + 8, y)
      pen.text(item.text, item.entry ? x + SAMPLE_PIXELS : x, y, TEXT_PIXELS, item.entry ? 400 : 600)
      x += widthOf(pen, item)
    }
  })
  return top + lines.length * LEGEND_LINE_PIXELS
}
