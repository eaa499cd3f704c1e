import { grouped } from '@/domain/grouped'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { LegendEntry } from '@/layers/legend'
import { paletteOf } from '@/layers/palette'
import { Pen, wrapLines } from '@/map/picture/pen'
import { drawLegend, LEGEND_LINE_PIXELS, legendLines } from '@/map/picture/picture-legend'
import { drawNorth, drawScaleBar } from '@/map/picture/scale-and-north'
import { loadFont } from '@/map/style/load-font'
import { OVERVIEW_PIXELS, SYMBOL_PIXELS, type VisitMap, type VisitState } from './visit-map'

/**
 * The status whose symbol each state is drawn with. Shapes are those of the kinds, as on every map; filled, dashed or
 * hollow tells the states apart even in a black and white copy.
 */
const STANDINGS = { failing: 'failing', partial: 'unknown', found: 'unknown', fine: 'fine' } as const

const TITLE_PIXELS = 44
/** Pixels between the map and the legend, and between the legend and the lines below it. */
const LEGEND_GAP = 8
const LINE_PIXELS = 18
const SIDE = 16
const SCALE = 2

export interface VisitMapWords {
  readonly title: string
  readonly north: string
  /** Lines under the map: its source, and what it leaves out. */
  readonly lines: readonly string[]
  state(state: VisitState): string
  kind(kind: KindId): string
  distance(metres: number): string
}

/**
 * Draws a map of visits as a PNG in the light theme, for white paper. Needs only a 2D canvas, so every machine makes
 * the same picture.
 */
export async function drawVisitMap(map: VisitMap, words: VisitMapWords) {
  const { width } = map
  const palette = paletteOf('light')
  const names = map.labels.map(({ wish }) => wish.text)
  const legend = legendOf(map, words)
  const keys = legend.entries.map(legend.words.entry)
  await loadFont([words.title, words.north, ...words.lines, ...names, ...keys].join(''))
  const lines = wrapLines(words.lines, width - 2 * SIDE, 12)
  const measuring = new Pen(new OffscreenCanvas(1, 1).getContext('2d')!, palette)
  const below = legendLines(measuring, legend, legend.entries) * LEGEND_LINE_PIXELS + 2 * LEGEND_GAP
  const height = TITLE_PIXELS + map.height + below + LINE_PIXELS * lines.length
  const canvas = new OffscreenCanvas(width * SCALE, height * SCALE)
  const context = canvas.getContext('2d')!
  const pen = new Pen(context, palette)
  context.scale(SCALE, SCALE)
  context.fillStyle = palette.panel
  context.fillRect(0, 0, width, height)
  pen.text(words.title, SIDE, TITLE_PIXELS / 2, 22, 600)

  context.save()
  context.translate(0, TITLE_PIXELS)
  context.beginPath()
  context.rect(0, 0, width, map.height)
  context.clip()
  drawGround(pen, map)
  drawLabels(pen, map)
  for (const { marks, x, y } of [...map.groups].reverse()) {
    const { shape, letter, state } = marks[0]
    pen.symbol({ shape, letter, status: STANDINGS[state] }, x, y, SYMBOL_PIXELS)
  }
  if (map.overview) drawOverview(pen, map.overview)
  drawScaleBar(pen, map.height, map.mostMetres, words.distance)
  drawNorth(pen, width, words.north)
  context.restore()
  context.strokeStyle = palette.edge
  context.lineWidth = 1
  context.strokeRect(0.5, TITLE_PIXELS + 0.5, width - 1, map.height - 1)

  const top = TITLE_PIXELS + map.height
  drawLegend(pen, legend, legend.entries, top + LEGEND_GAP + LEGEND_LINE_PIXELS / 2)
  lines.forEach((line, i) => {
    pen.text(line, SIDE, top + below + (i + 0.5) * LINE_PIXELS - LEGEND_GAP / 2, 12)
  })
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return { bytes: new Uint8Array(await blob.arrayBuffer()), width, height }
}

/** Legend: the states on the map, those drawn alike merged, then the kinds. */
function legendOf({ width, states, kinds }: VisitMap, words: VisitMapWords) {
  const texts = new Map<LegendEntry, string>()
  for (const [status, of] of grouped(states, (state) => STANDINGS[state]))
    texts.set({ type: 'standing', status }, of.map(words.state).join('、'))
  for (const { kind, shape, letter } of kinds)
    texts.set({ type: 'kind', kind, shape, mark: letter, letters: [] }, words.kind(kind))
  const entry = (of: LegendEntry) => texts.get(of)!
  return { width, entries: [...texts.keys()], words: { entry, heading: () => null } }
}

function drawGround({ context, palette }: Pen, { width, height, counties, borders, neighbours, rivers }: VisitMap) {
  const stroke = (paths: readonly string[], colour: string, line: number, dash: readonly number[] = []) => {
    context.strokeStyle = colour
    context.lineWidth = line
    context.setLineDash([...dash])
    for (const path of paths) context.stroke(new Path2D(path))
    context.setLineDash([])
  }
  context.fillStyle = palette.unranked
  context.fillRect(0, 0, width, height)
  context.fillStyle = palette.panel
  for (const path of counties) context.fill(new Path2D(path), 'evenodd')
  stroke(neighbours, palette.neighbour, 1, [3, 3])
  stroke(rivers, palette.water, 1.8)
  stroke(borders, palette.border, 1.5, [6, 3])
}

/** Draws the numbers and names that found room. */
function drawLabels(pen: Pen, { labels }: VisitMap) {
  const { palette } = pen
  for (const { wish, on, offset, leader } of labels) {
    if (leader) pen.line(on, [on[0] + leader[0], on[1] + leader[1]], palette.ink, 1, [1, 2])
    const lines = wish.text.split('\n')
    const colour = wish.role === 'county' ? palette.neighbour : palette.ink
    lines.forEach((line, i) => {
      const y = on[1] + offset[1] + (i - (lines.length - 1) / 2) * wish.size * 1.15
      pen.haloedText(line, on[0] + offset[0], y, wish.size, colour)
    })
  }
}

function drawOverview(pen: Pen, { left, top, paths, window }: NonNullable<VisitMap['overview']>) {
  const { context, palette } = pen
  context.save()
  context.translate(left, top)
  context.fillStyle = palette.panel
  context.fillRect(0, 0, OVERVIEW_PIXELS, OVERVIEW_PIXELS)
  context.strokeStyle = palette.edge
  context.lineWidth = 1
  context.strokeRect(0.5, 0.5, OVERVIEW_PIXELS - 1, OVERVIEW_PIXELS - 1)
  context.fillStyle = palette.unranked
  context.strokeStyle = palette.border
  context.lineWidth = 0.6
  for (const path of paths) {
    context.fill(new Path2D(path), 'evenodd')
    context.stroke(new Path2D(path))
  }
  context.strokeStyle = palette.ink
  context.lineWidth = 2
  // Large enough to be visible even if the shown part is tiny.
  const [w, h] = [Math.max(6, window.width), Math.max(6, window.height)]
  context.strokeRect(window.x + (window.width - w) / 2, window.y + (window.height - h) / 2, w, h)
  context.restore()
}
