import type { LegendEntry } from '@/layers/legend'
import { loadFont } from '@/map/style/load-font'
import { drawMap } from './draw-map'
import { drawMapImage, type MapImage } from './map-image'
import { Pen, wrapLines } from './pen'
import type { PictureInput } from './picture-input'
import { drawLegend, LEGEND_LINE_PIXELS, mostLegendLines, pictureEntries } from './picture-legend'
import { firstLines } from './wrap-lines'

const TITLE_PIXELS = 48
const CAPTION_PIXELS = 28
/** Pixels between two maps. */
const GAP_PIXELS = 8
const LINE_PIXELS = 20
const SUBTITLE = { size: 14, most: 4 }

/**
 * A map for paper as a PNG, or two months side by side: title, sources, names, legend, scale bar, north arrow, and the
 * data's origin.
 */
export async function drawPicture(input: PictureInput): Promise<Blob> {
  const { palette, width, height, scale, words } = input
  const { canvas, context, pen } = page(input)
  const { title, subtitle = '' } = input
  await loadFont([title, subtitle, words.north, ...input.lines].join(''))
  const lines = wrapLines(input.lines, width - 32)
  const under =
    title === '' || subtitle === '' ? [] : firstLines(wrapLines([subtitle], width - 32, SUBTITLE.size), SUBTITLE.most)
  const { panes } = input
  const titled = title === '' ? 0 : TITLE_PIXELS + under.length * LINE_PIXELS
  const top = titled + (panes.some(({ caption }) => caption !== null) ? CAPTION_PIXELS : 0)
  const mapHeight = height - top - LINE_PIXELS * lines.length - LEGEND_LINE_PIXELS * mostLegendLines(pen, input) - 24
  const mapWidth = Math.floor((width - GAP_PIXELS * (panes.length - 1)) / panes.length)
  const images: MapImage[] = []
  // One after the other, because a machine can hold only a few maps at once.
  for (const pane of panes) images.push(await drawMapImage(input, pane, mapWidth, mapHeight))
  // Both maps show the same sources within the same bounds.
  const entries = pictureEntries(input, images[0]!)
  await loadFont(
    [
      ...entries.flatMap((entry) => [words.entry(entry), words.heading(entry)]),
      ...images.flatMap(({ labels }) => labels.map(({ wish }) => wish.text)),
      ...panes.map(({ caption }) => caption ?? ''),
    ].join(''),
  )

  context.scale(scale, scale)
  context.fillStyle = palette.panel
  context.fillRect(0, 0, width, height)
  if (title !== '') pen.text(title, 16, TITLE_PIXELS / 2, 22, 600)
  under.forEach((line, i) => {
    pen.text(line, 16, TITLE_PIXELS + i * LINE_PIXELS + 2, SUBTITLE.size)
  })

  images.forEach((mapImage, i) => {
    const left = i * (mapWidth + GAP_PIXELS)
    const { caption } = panes[i]!
    if (caption !== null) pen.text(caption, left + 16, top - CAPTION_PIXELS / 2 - 2, 15, 600)
    context.save()
    context.translate(left, top)
    drawMap(pen, input, mapImage, mapWidth, mapHeight)
    context.restore()
  })

  const afterLegend = drawLegend(pen, input, entries, top + mapHeight + 18)
  lines.forEach((line, i) => {
    pen.text(line, 16, afterLegend + i * LINE_PIXELS, 12)
  })
  return canvas.convertToBlob({ type: 'image/png' })
}

/** A map that fills its picture, and the entries for a legend beside it. */
export interface MapAlone {
  readonly canvas: OffscreenCanvas
  readonly entries: readonly LegendEntry[]
}

/** The first map of a picture without title, legend and lines, which are shown beside it. */
export async function drawMapAlone(input: PictureInput): Promise<MapAlone> {
  const { width, height, scale, words } = input
  const { canvas, context, pen } = page(input)
  const mapImage = await drawMapImage(input, input.panes[0]!, width, height)
  await loadFont([words.north, ...mapImage.labels.map(({ wish }) => wish.text)].join(''))
  context.scale(scale, scale)
  drawMap(pen, input, mapImage, width, height)
  return { canvas, entries: pictureEntries(input, mapImage) }
}

/** Canvas and pen of a picture. */
function page({ width, height, scale, palette }: PictureInput) {
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale))
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  return { canvas, context, pen: new Pen(context, palette) }
}
