import { loadFont } from '@/map/style/load-font'
import { drawMapImage, SCALE_MOST_PIXELS } from './map-image'
import { Pen, wrapLines } from './pen'
import type { PictureInput, PictureMark } from './picture-input'

const TITLE_PIXELS = 48
const LINE_PIXELS = 20
const LEGEND_COLUMNS = 5
const SWATCH_PIXELS = 28
const SCALE_STEPS_KM = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100]

/** A map for paper as a PNG: title, sources, names, legend, scale bar, north, and where the data is from. */
export async function drawPicture(input: PictureInput): Promise<Blob> {
  const { palette, width, height, scale, legend } = input
  await loadFont([input.title, input.north, ...input.lines, ...legend.map(({ text }) => text)].join(''))
  const lines = wrapLines(input.lines, width - 32)
  const legendLines = Math.ceil(legend.length / LEGEND_COLUMNS) + (input.scaleWords ? 1 : 0)
  const mapHeight = height - TITLE_PIXELS - LINE_PIXELS * (lines.length + legendLines) - 20
  const mapImage = await drawMapImage(input, mapHeight)

  const canvas = new OffscreenCanvas(width * scale, height * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  const pen = new Pen(context, palette)
  context.scale(scale, scale)
  context.fillStyle = palette.panel
  context.fillRect(0, 0, width, height)
  pen.text(input.title, 16, TITLE_PIXELS / 2, 22, 600)

  context.save()
  context.translate(0, TITLE_PIXELS)
  context.beginPath()
  context.rect(0, 0, width, mapHeight)
  context.clip()
  context.drawImage(mapImage.image, 0, 0, width, mapHeight)
  drawMarks(pen, input.marks, mapImage)
  drawScaleBar(pen, mapHeight, mapImage.mostMetres)
  drawNorth(pen, width, input.north)
  context.restore()

  const foot = TITLE_PIXELS + mapHeight + 18
  const afterLegend = drawLegend(pen, input, foot)
  lines.forEach((line, i) => {
    pen.text(line, 16, afterLegend + i * LINE_PIXELS, 12)
  })
  return canvas.convertToBlob({ type: 'image/png' })
}

type MapImage = Awaited<ReturnType<typeof drawMapImage>>

/** Symbols with their numbers, the worst last so that it lies on top, and the names of the counties above them. */
function drawMarks(pen: Pen, marks: readonly PictureMark[], { places, labels }: MapImage): void {
  for (const mark of [...marks].reverse()) {
    const { x, y } = places.get(mark)!
    pen.symbol(mark, x, y)
    if (mark.number !== undefined) pen.haloedText(String(mark.number), x, y - 13, 12)
  }
  for (const { text, at } of labels)
    text.split('\n').forEach((line, i) => {
      pen.haloedText(line, at.x, at.y + i * 16, 13)
    })
}

/** The longest bar of a round length, in the lower left corner. */
function drawScaleBar(pen: Pen, mapHeight: number, mostMetres: number): void {
  const km = SCALE_STEPS_KM.findLast((step) => step * 1000 <= mostMetres) ?? SCALE_STEPS_KM[0]!
  const length = (SCALE_MOST_PIXELS * km * 1000) / mostMetres
  pen.context.fillStyle = pen.palette.ink
  pen.context.fillRect(16, mapHeight - 18, length, 4)
  pen.haloedText(km < 1 ? `${km * 1000} m` : `${km} km`, 16 + length / 2, mapHeight - 30, 13)
}

/** An arrow in the upper right corner. */
function drawNorth(pen: Pen, width: number, word: string): void {
  const { context, palette } = pen
  context.fillStyle = palette.ink
  context.beginPath()
  context.moveTo(width - 28, 14)
  context.lineTo(width - 19, 38)
  context.lineTo(width - 37, 38)
  context.closePath()
  context.fill()
  pen.haloedText(word, width - 28, 50, 14)
}

/** The symbols, and the scale of the counties' colours under them; gives the height at which the next line goes. */
function drawLegend(pen: Pen, { width, legend, scaleWords, palette }: PictureInput, top: number): number {
  legend.forEach(({ shape, status, text }, i) => {
    const x = 20 + (i % LEGEND_COLUMNS) * ((width - 32) / LEGEND_COLUMNS)
    const y = top + Math.floor(i / LEGEND_COLUMNS) * LINE_PIXELS
    pen.symbol({ shape, status }, x, y)
    pen.text(text, x + 14, y, 13)
  })
  const y = top + Math.ceil(legend.length / LEGEND_COLUMNS) * LINE_PIXELS
  if (!scaleWords) return y
  palette.dustfall.forEach((colour, i) => {
    pen.context.fillStyle = colour
    pen.context.fillRect(16 + i * SWATCH_PIXELS, y - 7, SWATCH_PIXELS, 14)
  })
  pen.text(scaleWords, 28 + palette.dustfall.length * SWATCH_PIXELS, y, 13)
  return y + LINE_PIXELS
}
