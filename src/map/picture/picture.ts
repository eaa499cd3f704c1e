import { STATUS, STATUS_NAMES } from '@/domain/rules/status'
import { kindWithId } from '@/domain/sources/kinds/kind'
import { isInOrder, isProblem, type PlacedRows } from '@/domain/sources/view/drawn-sources'
import { textOf } from '@/domain/table/column'
import { lookColours, lookSize } from '@/layers/look-colours'
import { nameColours } from '@/layers/name-colours'
import { symbolSize } from '@/layers/symbol-sizes'
import { loadFont } from '@/map/style/load-font'
import { drawMapImage, type MapImage } from './map-image'
import { Pen, wrapLines } from './pen'
import type { PictureInput } from './picture-input'
import { drawLegend, LEGEND_LINE_PIXELS, mostLegendLines, pictureEntries } from './picture-legend'
import { drawNorth, drawScaleBar } from './scale-and-north'

const TITLE_PIXELS = 48
const CAPTION_PIXELS = 28
/** Between two maps. */
const GAP_PIXELS = 8
const LINE_PIXELS = 20

/** A map for paper as a PNG, or two months beside each other: title, sources, names, legend, scale bar, north, and where the data is from. */
export async function drawPicture(input: PictureInput): Promise<Blob> {
  const { palette, width, height, scale, words } = input
  const canvas = new OffscreenCanvas(width * scale, height * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  const pen = new Pen(context, palette)
  await loadFont([input.title, words.north, ...input.lines].join(''))
  const lines = wrapLines(input.lines, width - 32)
  const { panes } = input
  const titled = input.title === '' ? 0 : TITLE_PIXELS
  const top = titled + (panes.some(({ caption }) => caption !== null) ? CAPTION_PIXELS : 0)
  const mapHeight = height - top - LINE_PIXELS * lines.length - LEGEND_LINE_PIXELS * mostLegendLines(pen, input) - 24
  const mapWidth = Math.floor((width - GAP_PIXELS * (panes.length - 1)) / panes.length)
  const images: MapImage[] = []
  // One after the other: a machine has room for few maps at once.
  for (const pane of panes) images.push(await drawMapImage(input, pane, mapWidth, mapHeight))
  // Both show the same sources within the same bounds.
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
  if (input.title !== '') pen.text(input.title, 16, TITLE_PIXELS / 2, 22, 600)

  images.forEach((mapImage, i) => {
    const left = i * (mapWidth + GAP_PIXELS)
    const { caption } = panes[i]!
    if (caption !== null) pen.text(caption, left + 16, top - CAPTION_PIXELS / 2 - 2, 15, 600)
    context.save()
    context.translate(left, top)
    context.beginPath()
    context.rect(0, 0, mapWidth, mapHeight)
    context.clip()
    context.drawImage(mapImage.image, 0, 0, mapWidth, mapHeight)
    drawSources(pen, input, mapImage)
    drawLabels(pen, mapImage)
    drawScaleBar(pen, mapHeight, mapImage.mostMetres, words.distance)
    drawNorth(pen, mapWidth, words.north)
    context.restore()
  })

  const afterLegend = drawLegend(pen, input, entries, top + mapHeight + 18)
  lines.forEach((line, i) => {
    pen.text(line, 16, afterLegend + i * LINE_PIXELS, 12)
  })
  return canvas.convertToBlob({ type: 'image/png' })
}

/** What the map of a screen of this size would show of the sources, the worst on top; or the marks, those together as one. */
function drawSources(
  pen: Pen,
  { legend: { kinds }, look }: PictureInput,
  { sources, places, groups, zoom }: MapImage,
): void {
  const { palette } = pen
  const { symbols, dots, badges, cells } = sources
  const classColours = look?.column ? lookColours(look.legend, palette) : null
  /** The colour that the look gives a source; null to what it leaves to its standing. */
  const lookOf = ({ kinds: of, painted }: PlacedRows, i: number) =>
    classColours && painted && textOf(of, i) === look?.kind
      ? (classColours[painted.classes[i]!] ?? palette.status.unknown)
      : null
  places.cells.forEach(({ x, y }, i) => {
    const worst = cells!.overdue[i]! > 0 ? 'overdue' : cells!.failing[i]! > 0 ? 'failing' : 'fine'
    pen.badge(cells!.counts[i]!, worst, x, y)
  })
  for (let i = places.dots.length - 1; i >= 0; i--) {
    const status = dots.status[i]!
    const colour = lookOf(dots, i) ?? (isInOrder(status) ? palette.inOrder : palette.status[STATUS_NAMES[status]!])
    pen.disc(places.dots[i]!.x, places.dots[i]!.y, isProblem(status) ? 2.4 : 1.5, colour, 0.8)
  }
  for (let i = places.symbols.length - 1; i >= 0; i--) {
    const kind = kindWithId(kinds, textOf(symbols.kinds, i))
    const status = symbols.status[i]!
    if (!kind) continue
    const { shape, mark: letter = '' } = kind.symbol
    const { x, y } = places.symbols[i]!
    const isLooked = look?.kind === kind.id && symbols.painted
    const size = isLooked && look.sizeColumn !== null ? lookSize(symbols.painted.sizes[i]!) : symbolSize(zoom, status)
    const colour = lookOf(symbols, i)
    if (colour !== null) pen.painted(shape, colour, x, y, size)
    else pen.symbol({ shape, status: STATUS_NAMES[status]!, letter }, x, y, size)
  }
  const order = [...places.badges.keys()].sort((a, b) => badges.status[a]! - badges.status[b]!)
  for (const i of order)
    pen.badge(badges.counts[i]!, STATUS_NAMES[badges.status[i]!]!, places.badges[i]!.x, places.badges[i]!.y)
  for (const { marks, x, y } of [...groups].reverse()) {
    const { shape, status, mark } = marks[0]
    pen.symbol({ shape, status, letter: mark }, x, y, symbolSize(zoom, STATUS[status]))
  }
}

const QUIET_ROLES = ['city', 'neighbour', 'town', 'river']

/** Names and numbers where they found a place. */
function drawLabels(pen: Pen, { labels }: MapImage): void {
  for (const { wish, on, offset, angle, leader } of labels) {
    const { context, palette } = pen
    if (leader) pen.line([on.x, on.y], [on.x + leader[0], on.y + leader[1]], palette.ink, 1, [1, 2])
    context.save()
    context.translate(on.x + offset[0], on.y + offset[1])
    context.rotate((-angle * Math.PI) / 180)
    const isQuiet = QUIET_ROLES.includes(wish.role)
    const { text, rim } = nameColours(wish.dustfall, palette)
    wish.text.split('\n').forEach((line, i, all) => {
      pen.haloedText(
        line,
        0,
        (i - (all.length - 1) / 2) * wish.size * 1.15,
        wish.size,
        isQuiet ? palette.neighbour : text,
        rim,
      )
    })
    context.restore()
  }
}
