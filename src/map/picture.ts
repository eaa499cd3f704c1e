import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection, Point } from 'geojson'
import { Map as MapLibreMap } from 'maplibre-gl'
import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import type { StatusName } from '@/domain/rules/status'
import type { Shape } from '@/domain/sources/kinds/shape'
import { FONT } from '@/layers/map-style'
import type { Palette } from '@/layers/palette'
import { loadFont } from './font'
import { putStyleImages } from './style-images'
import { drawSymbol } from './symbol-atlas'

/** A source on a picture; with a number where a list beside it tells more. */
export interface PictureMark {
  readonly at: Position
  readonly shape: Shape
  readonly status: StatusName
  readonly number?: number
}

export interface PictureInput {
  readonly style: StyleSpecification
  readonly palette: Palette
  readonly labels: FeatureCollection<Point, { readonly text: string }>
  readonly marks: readonly PictureMark[]
  /** What must be seen. */
  readonly bounds: readonly [west: number, south: number, east: number, north: number]
  /** Size in CSS pixels, and how many pixels of the picture each is. */
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly title: string
  /** Under the map: date, sources, class of data. */
  readonly lines: readonly string[]
  readonly north: string
  /** What the colours of the counties mean; null where they are not shown. */
  readonly scaleWords: string | null
  readonly legend: readonly { readonly shape: Shape; readonly status: StatusName; readonly text: string }[]
}

const TITLE_PIXELS = 48
const LINE_PIXELS = 20
const LEGEND_COLUMNS = 5
const SWATCH_PIXELS = 28
const MARK_SCALE = 0.28
const SCALE_STEPS_KM = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100]
const SCALE_MOST_PIXELS = 160
const MOST_WAIT_MS = 20_000

/** The bare map as an image. Drawn off the screen at a set size, so that the picture is the same on every machine. */
async function drawGround(input: PictureInput, mapHeight: number) {
  const container = document.createElement('div')
  Object.assign(container.style, {
    position: 'fixed',
    left: '-100000px',
    width: `${input.width}px`,
    height: `${mapHeight}px`,
  })
  document.body.append(container)
  const map = new MapLibreMap({
    container,
    style: { version: 8, sources: {}, layers: [] },
    bounds: [...input.bounds],
    fitBoundsOptions: { padding: 28 },
    interactive: false,
    attributionControl: false,
    pixelRatio: input.scale,
    fadeDuration: 0,
    localIdeographFontFamily: `"${FONT}", sans-serif`,
    canvasContextAttributes: { preserveDrawingBuffer: true },
  })
  try {
    map.on('error', () => undefined)
    await map.once('load')
    putStyleImages(map, input.palette)
    map.setStyle(input.style)
    // A basemap that does not answer must not keep the paper waiting.
    await Promise.race([map.once('idle'), new Promise((done) => setTimeout(done, MOST_WAIT_MS))])
    const image = await createImageBitmap(map.getCanvas())
    const project = (at: Position) => map.project([...at])
    const places = new Map(input.marks.map((mark) => [mark, project(mark.at)]))
    const labels = input.labels.features.map(({ properties, geometry }) => ({
      text: properties.text,
      at: project(geometry.coordinates as unknown as Position),
    }))
    const left = map.unproject([0, mapHeight / 2])
    const right = map.unproject([SCALE_MOST_PIXELS, mapHeight / 2])
    const mostMetres = distanceMetres([left.lng, left.lat], [right.lng, right.lat])
    return { image, places, labels, mostMetres }
  } finally {
    map.remove()
    container.remove()
  }
}

/** Lines cut where the page ends; Chinese may break anywhere. */
function wrapped(lines: readonly string[], width: number): string[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d')!
  context.font = `12px "${FONT}", sans-serif`
  return lines.flatMap((line) => {
    const parts = ['']
    for (const letter of line) {
      if (context.measureText(parts.at(-1)! + letter).width > width) parts.push('')
      parts[parts.length - 1] += letter
    }
    return parts
  })
}

/** A map for paper: title, sources, names, legend, scale bar, north, and where the data is from. */
export async function drawPicture(input: PictureInput): Promise<Blob> {
  const { palette, width, height, scale, legend } = input
  // A canvas does not wait for fonts.
  await loadFont([input.title, input.north, ...input.lines, ...legend.map(({ text }) => text)].join(''))
  const lines = wrapped(input.lines, width - 32)
  const legendLines = Math.ceil(legend.length / LEGEND_COLUMNS) + (input.scaleWords ? 1 : 0)
  const footer = LINE_PIXELS * (lines.length + legendLines) + 20
  const mapHeight = height - TITLE_PIXELS - footer
  const { image, places, labels, mostMetres } = await drawGround(input, mapHeight)
  const canvas = new OffscreenCanvas(width * scale, height * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.scale(scale, scale)
  context.fillStyle = palette.panel
  context.fillRect(0, 0, width, height)
  const text = (words: string, x: number, y: number, size: number, weight = 400, align: CanvasTextAlign = 'left') => {
    context.font = `${weight} ${size}px "${FONT}", sans-serif`
    context.textAlign = align
    context.textBaseline = 'middle'
    context.fillStyle = palette.ink
    context.fillText(words, x, y)
  }
  const haloed = (words: string, x: number, y: number, size: number) => {
    context.font = `600 ${size}px "${FONT}", sans-serif`
    context.textAlign = 'center'
    context.lineWidth = 4
    context.lineJoin = 'round'
    context.strokeStyle = palette.panel
    context.strokeText(words, x, y)
    text(words, x, y, size, 600, 'center')
  }
  text(input.title, 16, TITLE_PIXELS / 2, 22, 600)

  context.save()
  context.translate(0, TITLE_PIXELS)
  context.beginPath()
  context.rect(0, 0, width, mapHeight)
  context.clip()
  context.drawImage(image, 0, 0, width, mapHeight)
  // Worst last, so that it lies on top.
  for (const mark of [...input.marks].reverse()) {
    const { x, y } = places.get(mark)!
    context.save()
    context.translate(x, y)
    context.scale(MARK_SCALE, MARK_SCALE)
    drawSymbol(context, palette, { shape: mark.shape, status: mark.status, letter: '' }, 0, 0)
    context.restore()
    if (mark.number !== undefined) haloed(String(mark.number), x, y - 13, 12)
  }
  for (const { text: words, at } of labels)
    words.split('\n').forEach((line, i) => {
      haloed(line, at.x, at.y + i * 16, 13)
    })
  const km = SCALE_STEPS_KM.findLast((step) => step * 1000 <= mostMetres) ?? SCALE_STEPS_KM[0]!
  const bar = (SCALE_MOST_PIXELS * km * 1000) / mostMetres
  context.fillStyle = palette.ink
  context.fillRect(16, mapHeight - 18, bar, 4)
  haloed(km < 1 ? `${km * 1000} m` : `${km} km`, 16 + bar / 2, mapHeight - 30, 13)
  context.beginPath()
  context.moveTo(width - 28, 14)
  context.lineTo(width - 19, 38)
  context.lineTo(width - 37, 38)
  context.closePath()
  context.fill()
  haloed(input.north, width - 28, 50, 14)
  context.restore()

  let y = TITLE_PIXELS + mapHeight + 18
  legend.forEach(({ shape, status, text: words }, i) => {
    const x = 20 + (i % LEGEND_COLUMNS) * ((width - 32) / LEGEND_COLUMNS)
    const at = y + Math.floor(i / LEGEND_COLUMNS) * LINE_PIXELS
    context.save()
    context.translate(x, at)
    context.scale(MARK_SCALE, MARK_SCALE)
    drawSymbol(context, palette, { shape, status, letter: '' }, 0, 0)
    context.restore()
    text(words, x + 14, at, 13)
  })
  y += Math.ceil(legend.length / LEGEND_COLUMNS) * LINE_PIXELS
  if (input.scaleWords) {
    palette.dustfall.forEach((colour, i) => {
      context.fillStyle = colour
      context.fillRect(16 + i * SWATCH_PIXELS, y - 7, SWATCH_PIXELS, 14)
    })
    text(input.scaleWords, 28 + palette.dustfall.length * SWATCH_PIXELS, y, 13)
    y += LINE_PIXELS
  }
  for (const line of lines) {
    text(line, 16, y, 12)
    y += LINE_PIXELS
  }
  return canvas.convertToBlob({ type: 'image/png' })
}
