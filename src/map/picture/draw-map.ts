import { STATUS, STATUS_NAMES } from '@/domain/rules/status'
import { kindWithId } from '@/domain/sources/kinds/kind'
import type { PlacedRows } from '@/domain/sources/view/drawn-sources'
import { textOf } from '@/domain/table/column'
import { dotColour } from '@/layers/dot-colour'
import { lookColours, lookSize } from '@/layers/look-colours'
import { nameColours } from '@/layers/name-colours'
import { DROP_MIDDLE, dotRadius, symbolSize } from '@/layers/symbol-sizes'
import { drawSelectionRing } from '@/map/drawing/selection-ring'
import type { MapImage } from './map-image'
import type { Pen } from './pen'
import type { PictureInput } from './picture-input'
import { drawNorth, drawScaleBar } from './scale-and-north'

/** Draws the map of a picture at the origin: ground, sources, choice, labels, scale bar and north arrow. */
export function drawMap(pen: Pen, input: PictureInput, mapImage: MapImage, width: number, height: number): void {
  const { context } = pen
  const { words, opacity, chosen } = input
  context.save()
  context.beginPath()
  context.rect(0, 0, width, height)
  context.clip()
  context.drawImage(mapImage.image, 0, 0, width, height)
  context.globalAlpha = opacity
  drawSources(pen, input, mapImage)
  context.globalAlpha = 1
  if (chosen && mapImage.chosen) drawChosen(pen, chosen.isDrop, input.drops, mapImage.chosen)
  drawLabels(pen, mapImage)
  drawScaleBar(pen, height, mapImage.mostMetres, words.distance)
  drawNorth(pen, width, words.north)
  context.restore()
}

/** A ring around the chosen source or point. A drop hidden with its layer is still drawn here. */
function drawChosen(pen: Pen, isDrop: boolean, drops: boolean, { x, y }: { readonly x: number; readonly y: number }) {
  const { palette } = pen
  const middle = y - (isDrop ? DROP_MIDDLE : 0)
  if (isDrop && !drops) pen.painted('drop', palette.ink, x, middle, 17)
  drawSelectionRing(pen.context, [x, middle], palette)
}

/**
 * Draws the sources as a map of this size would, the worst on top; or the numbered marks, grouped where they overlap.
 */
function drawSources(
  pen: Pen,
  { legend: { kinds }, look, heat }: PictureInput,
  { sources, places, groups, zoom }: MapImage,
): void {
  const { palette } = pen
  const { symbols, dots, badges, cells } = sources
  const classColours = look?.column ? lookColours(look.legend, palette) : null
  /** The colour that the look gives a source; null for sources coloured by their status. */
  const lookOf = ({ kinds: of, painted }: PlacedRows, i: number) =>
    classColours && painted && textOf(of, i) === look?.kind
      ? (classColours[painted.classes[i]!] ?? palette.status.unknown)
      : null
  if (!heat)
    places.cells.forEach(({ x, y }, i) => {
      const worst = cells!.overdue[i]! > 0 ? 'overdue' : cells!.failing[i]! > 0 ? 'failing' : 'fine'
      pen.badge(cells!.counts[i]!, worst, x, y)
    })
  for (let i = places.dots.length - 1; i >= 0; i--) {
    const status = dots.status[i]!
    const colour = lookOf(dots, i) ?? dotColour(palette, status)
    pen.disc(places.dots[i]!.x, places.dots[i]!.y, dotRadius(status, false), colour, 0.8)
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

/** A dotted line, as on the screen's map. */
function drawLeader(pen: Pen, from: readonly [number, number], to: readonly [number, number]) {
  pen.context.save()
  pen.context.lineCap = 'round'
  pen.line(from, to, pen.palette.ink, 2, [0, 3.5])
  pen.context.restore()
}

const QUIET_ROLES = ['city', 'neighbour', 'town', 'river']

/** Draws the names and numbers that found room. */
function drawLabels(pen: Pen, { labels }: MapImage): void {
  for (const { wish, on, offset, angle, leader } of labels) {
    const { context, palette } = pen
    if (leader) drawLeader(pen, [on.x, on.y], [on.x + leader[0], on.y + leader[1]])
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
