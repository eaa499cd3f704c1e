import { countyColour, unrankedColour } from '@/layers/county-layers'
import type { LegendEntry } from '@/layers/legend'
import type { Palette } from '@/layers/palette'
import type { Bounds } from '@/map/instance/bounds'
import { loadFont } from '@/map/style/load-font'
import { drawMap } from './draw-map'
import { drawMapImage, type MapImage } from './map-image'
import { Pen, wrapLines } from './pen'
import type { PictureInput } from './picture-input'
import { LEGEND_TOP_PIXELS, LINE_PIXELS, LINE_SIZE, pictureLayout, SIDE_PIXELS } from './picture-layout'
import { drawLegend, pictureEntries } from './picture-legend'

const TITLE_PIXELS = 48
const CAPTION_PIXELS = 28
/** Pixels between two maps. */
const GAP_PIXELS = 8
/** Free pixels at the bottom. */
const BOTTOM_PIXELS = 6
/** Type size of the lines under the title, and how many there may be: the map needs the rest. */
const SUBTITLE_SIZE = 14
const MAX_SUBTITLE_LINES = 2

/**
 * A map for paper as a PNG, or two months side by side: title, sources, names, legend, scale bar, north arrow, and the
 * data's origin.
 */
export async function drawPicture(input: PictureInput): Promise<Blob> {
  const { palette, width, height, scale, words } = input
  const { canvas, context, pen } = page(input)
  const { title, panes } = input
  await loadFont([title, words.north, input.subtitle?.(() => true) ?? ''].join(''))
  const under = subtitleLines(input)
  const titled = title === '' ? 0 : TITLE_PIXELS + under.length * LINE_PIXELS
  const top = titled + (panes.some(({ caption }) => caption !== null) ? CAPTION_PIXELS : 0)
  const mapWidth = Math.floor((width - GAP_PIXELS * (panes.length - 1)) / panes.length)
  const { mapHeight, lines } = await pictureLayout(pen, input, mapWidth, height - top - BOTTOM_PIXELS)
  const images: MapImage[] = []
  // One after the other, because a machine can hold only a few maps at once.
  for (const pane of panes) images.push(await drawMapImage(input, pane, mapWidth, mapHeight))
  // Both maps show the same sources within the same bounds.
  const entries = pictureEntries(input, images[0]!)
  await loadFont(
    [
      ...lines,
      ...entries.flatMap((entry) => [words.entry(entry), words.heading(entry)]),
      ...images.flatMap(({ labels }) => labels.map(({ wish }) => wish.text)),
      ...panes.map(({ caption }) => caption ?? ''),
    ].join(''),
  )

  context.scale(scale, scale)
  context.fillStyle = palette.panel
  context.fillRect(0, 0, width, height)
  if (title !== '') pen.text(title, SIDE_PIXELS, TITLE_PIXELS / 2, 22, 600)
  under.forEach((line, i) => {
    pen.text(line, SIDE_PIXELS, TITLE_PIXELS + i * LINE_PIXELS + 2, SUBTITLE_SIZE)
  })

  images.forEach((mapImage, i) => {
    const left = i * (mapWidth + GAP_PIXELS)
    const { caption } = panes[i]!
    if (caption !== null) pen.text(caption, left + SIDE_PIXELS, top - CAPTION_PIXELS / 2 - 2, 15, 600)
    context.save()
    context.translate(left, top)
    drawMap(pen, input, mapImage, mapWidth, mapHeight)
    context.restore()
  })

  const legendPen = new Pen(context, paletteAsDrawn(input, images[0]!.zoom))
  const afterLegend = drawLegend(legendPen, input, entries, top + mapHeight + LEGEND_TOP_PIXELS)
  lines.forEach((line, i) => {
    pen.text(line, SIDE_PIXELS, afterLegend + i * LINE_PIXELS, LINE_SIZE)
  })
  return canvas.convertToBlob({ type: 'image/png' })
}

/** The lines under the title, at most {@link MAX_SUBTITLE_LINES}. */
function subtitleLines({ title, subtitle, width }: PictureInput): string[] {
  const wrapped = (line: string) => wrapLines([line], width - 2 * SIDE_PIXELS, SUBTITLE_SIZE)
  const line = title === '' ? '' : (subtitle?.((each) => wrapped(each).length <= MAX_SUBTITLE_LINES) ?? '')
  // A single condition may itself be longer.
  return line === '' ? [] : wrapped(line).slice(0, MAX_SUBTITLE_LINES)
}

/** The palette with the counties' colours as the map draws them at its zoom, so that the legend's samples match. */
function paletteAsDrawn({ palette, dustfallOpacity }: PictureInput, zoom: number): Palette {
  return {
    ...palette,
    dustfall: palette.dustfall.map((colour) => countyColour(colour, palette, zoom, dustfallOpacity)),
    unranked: unrankedColour(palette, zoom),
  }
}

/** A map that fills its picture, and the entries for a legend beside it. */
export interface MapAlone {
  readonly canvas: OffscreenCanvas
  readonly entries: readonly LegendEntry[]
  readonly bounds: Bounds
}

/** The first map of a picture without title, legend and lines, which are shown beside it. */
export async function drawMapAlone(input: PictureInput): Promise<MapAlone> {
  const { width, height, scale, words } = input
  const { canvas, context, pen } = page(input)
  const mapImage = await drawMapImage(input, input.panes[0]!, width, height)
  await loadFont([words.north, ...mapImage.labels.map(({ wish }) => wish.text)].join(''))
  context.scale(scale, scale)
  drawMap(pen, input, mapImage, width, height)
  return { canvas, entries: pictureEntries(input, mapImage), bounds: mapImage.bounds }
}

/** Canvas and pen of a picture. */
function page({ width, height, scale, palette }: PictureInput) {
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale))
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  return { canvas, context, pen: new Pen(context, palette) }
}
