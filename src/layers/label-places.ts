import { mercator, TILE_PIXELS, unproject } from '@/domain/geodesy/mercator'
import type { Position } from '@/domain/geodesy/position'
import type { Window } from '@/domain/sources/view/drawn-sources'
import { type AreaNamePlace, alongLeader, type Leader, type NamedArea, placeAreaName } from './area-names'
import { type Box, BoxIndex, isCut } from './box-index'
import { clipLine } from './clip'

/** Where a text may stand relative to its place: on it, beside it, or away from it at the end of a leader. */
export type Anchor = 'centre' | 'right' | 'left' | 'top' | 'bottom' | 'leader'

/** A text to be placed on the map. */
export interface LabelRequest<Role extends string = string> {
  readonly role: Role
  readonly text: string
  readonly at: Position
  /** Height of a line, in pixels. */
  readonly size: number
  /** In the order tried. */
  readonly anchors: readonly Anchor[]
  /** Pixels between the place and a text beside it. */
  readonly gap: number
  /** Lengths of leaders in pixels, nearest first; absent: the default. */
  readonly leaders?: readonly number[]
  /** The text is the name of an area and may stand anywhere in it: of the anchors only `leader` counts. */
  readonly area?: NamedArea
  /**
   * Dustfall class of the county named by the text, while its colour is visible; kept on a placed label only if the
   * text lies entirely in the county.
   */
  readonly dustfall?: number
  /** The text follows these lines instead of standing at its place; `above` the line, or on it. */
  readonly along?: { readonly lines: readonly (readonly Position[])[]; readonly above: boolean }
}

export interface PlacedLabel<Role extends string = string> {
  readonly wish: LabelRequest<Role>
  readonly at: Position
  /** From the place to the middle of the text, in pixels, y down. */
  readonly offset: readonly [number, number]
  /** Degrees, counterclockwise. */
  readonly angle: number
  /** From the place to the text's end of the leader; null without one. */
  readonly leader: readonly [number, number] | null
}

const LINE_HEIGHT = 1.15
/** Free pixels around a text. */
const MARGIN = 2
const LEADERS = [26, 44, 64] as const
/** Least straightness (chord by length) of a line that a text follows. */
const STRAIGHT = 0.93

/** Estimated width of a line of text in units of its height; a Latin letter counts as about half. */
const letters = (line: string) => [...line].reduce((sum, letter) => sum + (letter < '\u2E80' ? 0.58 : 1), 0)

/** Size of a text with letters of this height, including its margin. */
export const textSize = (text: string, size: number): [width: number, height: number] => {
  const lines = text.split('\n')
  return [Math.max(...lines.map(letters)) * size + 2 * MARGIN, lines.length * size * LINE_HEIGHT + 2 * MARGIN]
}

const boxAt = (x: number, y: number, width: number, height: number): Box => [
  x - width / 2,
  y - height / 2,
  x + width / 2,
  y + height / 2,
]

function* offsets(
  wish: LabelRequest,
  width: number,
  height: number,
): Generator<[dx: number, dy: number, led: boolean]> {
  const { gap } = wish
  for (const anchor of wish.anchors) {
    if (anchor === 'centre') yield [0, 0, false]
    else if (anchor === 'right') yield [gap + width / 2, 0, false]
    else if (anchor === 'left') yield [-gap - width / 2, 0, false]
    else if (anchor === 'top') yield [0, -gap - height / 2, false]
    else if (anchor === 'bottom') yield [0, gap + height / 2, false]
    else
      for (const far of wish.leaders ?? LEADERS)
        for (let turn = 0; turn < 8; turn++) {
          const angle = (turn * Math.PI) / 4
          yield [Math.cos(angle) * (far + width / 2), Math.sin(angle) * (far + height / 2), true]
        }
  }
}

/**
 * Places texts on the map in the order of the wishes, none over another or over an obstacle (`box` in pixels around
 * `at`). Texts without a free place are left out. Only texts move, never positions.
 */
export function placeLabels<Role extends string>(
  wishes: readonly LabelRequest<Role>[],
  obstacles: readonly { readonly at: Position; readonly box: Box }[],
  window: Window,
  zoom: number,
): PlacedLabel<Role>[] {
  const world = TILE_PIXELS * 2 ** zoom
  const pixel = ([lon, lat]: Position): [number, number] => {
    const [x, y] = mercator(lon, lat)
    return [(x - window.west) * world, (y - window.north) * world]
  }
  const [right, bottom] = [(window.east - window.west) * world, (window.south - window.north) * world]
  // The window extends half a view beyond the view on each side; a text along a line must stand in the view.
  const view: Box = [right / 4, bottom / 4, (right * 3) / 4, (bottom * 3) / 4]
  const inWindow = ([x, y]: readonly [number, number]) => x >= 0 && y >= 0 && x <= right && y <= bottom
  const taken = new BoxIndex()
  for (const { at, box } of obstacles) {
    const [x, y] = pixel(at)
    if (inWindow([x, y])) taken.add([x + box[0], y + box[1], x + box[2], y + box[3]])
  }
  const lonLat = (x: number, y: number) => unproject(window.west + x / world, window.north + y / world)
  const placed: PlacedLabel<Role>[] = []
  const leaders: Leader[] = []
  /** Names that must be placed but found no place; tried again after all others. */
  const late: LabelRequest<Role>[] = []
  const put = (wish: LabelRequest<Role>, crossing: boolean) => {
    const [width, height] = textSize(wish.text, wish.size)
    if (wish.along) {
      const found = alongLine(wish, width, height, pixel, view, taken)
      if (!found) return
      const [x, y] = found.middle
      for (const box of found.boxes) taken.add(box)
      placed.push({ wish, at: lonLat(x, y), offset: [0, 0], angle: found.angle, leader: null })
      return
    }
    const [x, y] = pixel(wish.at)
    if (!inWindow([x, y])) return
    const { text, size, area, anchors } = wish
    const name = area && { text, size, area, mayLead: anchors.includes('leader'), crossing }
    const found = name
      ? placeAreaName(name, [x, y], textSize, lonLat, taken, leaders, view)
      : placeBeside(wish, [x, y], width, height, taken, view)
    if (!found) {
      if (area?.always && !crossing) late.push(wish)
      return
    }
    const [w, h] = textSize(found.text, found.size)
    taken.add(boxAt(x + found.offset[0], y + found.offset[1], w, h))
    const [fromX, fromY] = found.from ?? [0, 0]
    const offset = [found.offset[0] - fromX, found.offset[1] - fromY] as const
    const leader = found.led ? leaderEnd(offset, w, h) : null
    if (leader) {
      const line: Leader = [
        [x + fromX, y + fromY],
        [x + fromX + leader[0], y + fromY + leader[1]],
      ]
      leaders.push(line)
      if (crossing) for (const each of alongLeader(line)) taken.add(each)
    }
    const { dustfall, ...plain } = wish
    const on = dustfall !== undefined && found.within ? { dustfall } : {}
    placed.push({
      wish: { ...plain, ...on, text: found.text, size: found.size },
      at: found.from ? lonLat(x + fromX, y + fromY) : wish.at,
      offset,
      angle: 0,
      leader,
    })
  }
  for (const wish of wishes) put(wish, false)
  for (const wish of late) put(wish, true)
  return placed
}

/** The first of its anchors at which a text covers nothing and does not cross the view's edge. */
function placeBeside(
  wish: LabelRequest,
  [x, y]: Pixel,
  width: number,
  height: number,
  taken: BoxIndex,
  view: Box,
): AreaNamePlace | null {
  for (const [dx, dy, led] of offsets(wish, width, height)) {
    const box = boxAt(x + dx, y + dy, width, height)
    if (taken.leavesFree(box) && !isCut(box, view))
      return { text: wish.text, size: wish.size, offset: [dx, dy] as const, led, within: false }
  }
  return null
}

/** Where a line from the place meets the box of the text. */
function leaderEnd([dx, dy]: readonly [number, number], width: number, height: number): [number, number] {
  const share = 1 - Math.min(width / 2 / (Math.abs(dx) || 1e-9), height / 2 / (Math.abs(dy) || 1e-9))
  return [dx * Math.max(0, share), dy * Math.max(0, share)]
}

/** A free and straight enough stretch of the visible lines: in the middle if possible, else nearer to the ends. */
function alongLine(
  { along, size }: LabelRequest,
  width: number,
  height: number,
  pixel: (at: Position) => [number, number],
  view: Box,
  taken: BoxIndex,
) {
  for (const line of along!.lines) {
    const runs = clipLine(view, line.map(pixel)).sort((a, b) => lengths(b).at(-1)! - lengths(a).at(-1)!)
    for (const run of runs) {
      const ends = lengths(run)
      const whole = ends.at(-1)!
      if (whole < width) continue
      for (const share of [0.5, 0.35, 0.65, 0.2, 0.8]) {
        const middle = Math.min(whole - width / 2, Math.max(width / 2, whole * share))
        const [from, to] = [pointAt(run, ends, middle - width / 2), pointAt(run, ends, middle + width / 2)]
        const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
        const chord = Math.hypot(dx, dy)
        if (chord < width * STRAIGHT) continue
        // Keeps the text readable from left to right.
        const turn = Math.atan2(dy, dx)
        const angle = Math.abs(turn) > Math.PI / 2 ? turn - Math.sign(turn) * Math.PI : turn
        const away = along!.above ? size * 0.95 : 0
        const [mx, my] = [
          (from[0] + to[0]) / 2 + Math.sin(angle) * away,
          (from[1] + to[1]) / 2 - Math.cos(angle) * away,
        ]
        const count = Math.max(1, Math.ceil(width / height))
        const boxes = Array.from({ length: count }, (_, i) => {
          const off = ((i + 0.5) / count - 0.5) * width
          return boxAt(mx + Math.cos(angle) * off, my + Math.sin(angle) * off, height, height)
        })
        if (boxes.every((box) => taken.leavesFree(box)))
          return { middle: [mx, my] as const, angle: (-angle * 180) / Math.PI, boxes }
      }
    }
  }
  return null
}

type Pixel = readonly [number, number]

/** Length of a line up to each of its vertices. */
function lengths(line: readonly Pixel[]): number[] {
  let sum = 0
  return line.map((at, i) => {
    const before = line[i - 1]
    if (before) sum += Math.hypot(at[0] - before[0], at[1] - before[1])
    return sum
  })
}

function pointAt(line: readonly Pixel[], ends: readonly number[], length: number): Pixel {
  const i = Math.max(
    1,
    ends.findIndex((end) => end >= length),
  )
  const [from, to] = [line[i - 1]!, line[i]!]
  const share = (length - ends[i - 1]!) / (ends[i]! - ends[i - 1]! || 1)
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
}
