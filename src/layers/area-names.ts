import { type Box, type BoxIndex, isCut, isWhole } from './box-index'

/** Tests for placing an area's name: whether a position is in the area, or in another area with a name. */
export interface NamedArea {
  readonly contains: (lon: number, lat: number) => boolean
  readonly isElsewhere: (lon: number, lat: number) => boolean
  /**
   * For paper, where the map can't be moved: the name is placed farther away, or over symbols, rather than left out.
   */
  readonly always?: boolean
}

type Pixel = readonly [x: number, y: number]

/** A line from an area to its name outside all areas. */
export type Leader = readonly [from: Pixel, to: Pixel]

export interface AreaNamePlace {
  readonly text: string
  readonly size: number
  readonly offset: Pixel
  /** Where its leader begins, if that is not the place. */
  readonly from?: Pixel
  readonly led: boolean
  /** Whether it lies entirely in its area. */
  readonly within: boolean
}

/** Offsets tried for a name in its area: step in pixels, number of steps, directions. */
const WITHIN = { step: 7, most: 14, turns: 12 } as const
/** Distances in pixels at which a name may stand outside its area, at the end of a leader. */
const LEADERS = [26, 44, 64, 88] as const
const FAR_LEADERS = [116, 150, 190] as const
/** Last resort: leaders may cross other areas, at every distance and in more directions. */
const CROSSING = { leads: Array.from({ length: 36 }, (_, i) => 20 + 8 * i), turns: 64 } as const
/** Line height in pixels of a name with little room. */
const MIN_SIZE = 12
const SAMPLE_PIXELS = 9
/** Half the side in pixels of a free spot where a leader may begin, and how many of them are tried, nearest first. */
const [SPOT, MAX_STARTS] = [3, 10] as const
/** Shares of a name that may cover symbols if there is no free place; smaller shares are tried first. */
const COVERED = [0.05, 0.12, 0.25] as const
/** The same for a name that must be placed; smaller shares are tried first. */
const COVERED_ANYWAY = [0.5, 1] as const

const WITHIN_OFFSETS: readonly Pixel[] = [
  [0, 0],
  ...Array.from({ length: WITHIN.most * WITHIN.turns }, (_, i): Pixel => {
    const angle = ((i % WITHIN.turns) * 2 * Math.PI) / WITHIN.turns
    const far = (Math.floor(i / WITHIN.turns) + 1) * WITHIN.step
    return [Math.cos(angle) * far, Math.sin(angle) * far]
  }),
]

/**
 * Whether a condition holds on a grid of positions over a box, including its edges, dense enough not to miss an area.
 */
function holdsAllOver([left, top, right, bottom]: Box, holds: (at: Pixel) => boolean): boolean {
  const [columns, rows] = [Math.ceil((right - left) / SAMPLE_PIXELS), Math.ceil((bottom - top) / SAMPLE_PIXELS)]
  for (let i = 0; i <= columns; i++)
    for (let j = 0; j <= rows; j++)
      if (!holds([left + ((right - left) * i) / columns, top + ((bottom - top) * j) / rows])) return false
  return true
}

const side = ([ax, ay]: Pixel, [bx, by]: Pixel, [x, y]: Pixel) => Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax))
const cross = ([a, b]: Leader, [c, d]: Leader) => side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)

/** A name to be placed. */
export interface AreaName {
  readonly text: string
  readonly size: number
  readonly area: NamedArea
  readonly mayLead: boolean
  /** Set in a second pass for a name without a place: its leader may cross other areas, but no names. */
  readonly crossing?: boolean
}

/** Boxes along a leader, so that no name is placed over it. */
export const alongLeader = ([[x, y], [toX, toY]]: Leader): Box[] => {
  const count = Math.max(1, Math.ceil(Math.hypot(toX - x, toY - y) / LINE_STEP))
  return Array.from({ length: count + 1 }, (_, i): Box => {
    const [px, py] = [x + ((toX - x) * i) / count, y + ((toY - y) * i) / count]
    return [px - 1, py - 1, px + 1, py + 1]
  })
}
const LINE_STEP = 3

/**
 * Finds a place for an area's name: in the area; else outside all areas, with a leader that crosses no other area;
 * else in the area over as few symbols as allowed. Null if there is none. A name never stands in another area, and is
 * never split, since a figure without its name can't be attributed.
 */
export function placeAreaName(
  { text, size, area, mayLead, crossing = false }: AreaName,
  [x, y]: Pixel,
  sizeOf: (text: string, size: number) => readonly [width: number, height: number],
  lonLat: (x: number, y: number) => readonly [lon: number, lat: number],
  taken: BoxIndex,
  leaders: readonly Leader[],
  view: Box,
): AreaNamePlace | null {
  const isIn = (at: Pixel) => area.contains(...lonLat(...at))
  const isElsewhere = (at: Pixel) => area.isElsewhere(...lonLat(...at))
  const boxAt = ([dx, dy]: Pixel, width: number, height: number): Box => [
    x + dx - width / 2,
    y + dy - height / 2,
    x + dx + width / 2,
    y + dy + height / 2,
  ]

  /** The boxes of a text's lines: a short figure below a name needs less room than the name. */
  function linesOf(text: string, size: number, [left, top, right, bottom]: Box): Box[] {
    const lines = text.split('\n')
    const [middle, height] = [(left + right) / 2, (bottom - top) / lines.length]
    return lines.map((line, i) => {
      const [width] = sizeOf(line, size)
      return [middle - width / 2, top + i * height, middle + width / 2, top + (i + 1) * height]
    })
  }

  const small = Math.min(size, MIN_SIZE)

  function within(text: string, size: number, mostCovered: number): AreaNamePlace | null {
    const [width, height] = sizeOf(text, size)
    let hanging: AreaNamePlace | null = null
    for (const offset of WITHIN_OFFSETS) {
      const box = boxAt(offset, width, height)
      if (isCut(box, view)) continue
      if (!taken.leavesFree(box, mostCovered * width * height) || !isIn([x + offset[0], y + offset[1]])) continue
      const lines = linesOf(text, size, box)
      if (lines.every((line) => holdsAllOver(line, isIn))) return { text, size, offset, led: false, within: true }
      // It may extend over the outer border.
      if (!hanging && lines.every((line) => holdsAllOver(line, (at) => !isElsewhere(at))))
        hanging = { text, size, offset, led: false, within: false }
    }
    return hanging
  }

  /** With `start`, the leader begins there and covers nothing. */
  function outside(
    text: string,
    size: number,
    leads: readonly number[] = LEADERS,
    start: Pixel | null = null,
  ): AreaNamePlace | null {
    const [width, height] = sizeOf(text, size)
    const [startX, startY] = start ?? [0, 0]
    const from: Pixel = [x + startX, y + startY]
    for (const far of leads)
      for (let turn = 0; turn < 16; turn++) {
        const angle = (turn * Math.PI) / 8
        const way: Pixel = [Math.cos(angle) * (far + width / 2), Math.sin(angle) * (far + height / 2)]
        const offset: Pixel = [startX + way[0], startY + way[1]]
        const box = boxAt(offset, width, height)
        if (!isWhole(box, view) || !taken.leavesFree(box) || !holdsAllOver(box, (at) => !isIn(at) && !isElsewhere(at)))
          continue
        const end: Pixel = [x + offset[0], y + offset[1]]
        const passes = Array.from(
          { length: 12 },
          (_, i): Pixel => [from[0] + (way[0] * i) / 12, from[1] + (way[1] * i) / 12],
        )
        if (passes.some(isElsewhere) || leaders.some((other) => cross(other, [from, end]))) continue
        if (!start) return { text, size, offset, led: true, within: false }
        if (alongLeader([from, end]).every((each) => taken.leavesFree(each)))
          return { text, size, offset, from: start, led: true, within: false }
      }
    return null
  }

  /** The same with a leader from a free spot of the area, over no symbol: a cluster's number would not be readable. */
  function outsideClear(text: string, size: number): AreaNamePlace | null {
    const isFree = ([dx, dy]: Pixel) =>
      taken.leavesFree([x + dx - SPOT, y + dy - SPOT, x + dx + SPOT, y + dy + SPOT]) && isIn([x + dx, y + dy])
    const starts = WITHIN_OFFSETS.filter(isFree).slice(0, MAX_STARTS)
    for (const start of starts) {
      const found = outside(text, size, LEADERS, start)
      if (found) return found
    }
    return null
  }

  function anyway(): AreaNamePlace | null {
    const far = mayLead ? outside(text, small, FAR_LEADERS) : null
    return far ?? covering(COVERED_ANYWAY)
  }

  /** A place in the area over as few symbols as the first of these shares that allows one. */
  const covering = (shares: readonly number[]) =>
    shares.reduce<AreaNamePlace | null>((found, most) => found ?? within(text, small, most), null)

  /** The nearest place outside all areas with a leader that crosses no name and no other leader. */
  function past(): AreaNamePlace | null {
    const [width, height] = sizeOf(text, small)
    for (const far of CROSSING.leads)
      for (let turn = 0; turn < CROSSING.turns; turn++) {
        const angle = (2 * turn * Math.PI) / CROSSING.turns
        const offset: Pixel = [Math.cos(angle) * (far + width / 2), Math.sin(angle) * (far + height / 2)]
        const box = boxAt(offset, width, height)
        if (!isWhole(box, view) || !taken.leavesFree(box) || !holdsAllOver(box, (at) => !isIn(at) && !isElsewhere(at)))
          continue
        const [wide, high] = [width / 2 / Math.abs(offset[0] || 1e-9), height / 2 / Math.abs(offset[1] || 1e-9)]
        const share = 1 - Math.min(wide, high, 1)
        const line: Leader = [
          [x, y],
          [x + offset[0] * share, y + offset[1] * share],
        ]
        if (!leaders.some((other) => cross(other, line)) && alongLeader(line).every((each) => taken.leavesFree(each)))
          return { text, size: small, offset, led: true, within: false }
      }
    return null
  }

  if (crossing) return past()
  const own = within(text, size, 0) ?? within(text, small, 0)
  if (own) return own
  const led = mayLead ? outside(text, small) : null
  return (led && (outsideClear(text, small) ?? led)) ?? covering(COVERED) ?? (area.always ? anyway() : null)
}
