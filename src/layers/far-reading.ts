import { mercator } from '@/domain/geodesy/mercator'
import type { Position } from '@/domain/geodesy/position'
import { type DrawnSources, isProblem, type Window } from '@/domain/sources/view/drawn-sources'
import type { Box } from './box-index'

/** Settings for a map read at arm's length: few and large names, none over other things on the map. */
export interface FarReading {
  /** Smallest text size, in pixels. */
  readonly pixels: number
  /** Position of the tablet; null if unknown. */
  readonly from: Position | null
  /** Stops and signs with their boxes in pixels around them; a source at one of them is named first. */
  readonly marks: readonly { readonly at: Position; readonly box: Box }[]
}

/** Most sources named besides the stops. */
export const MAX_NAMES = 10
/** Zoom from which sources are named. */
export const FAR_NAMES_ZOOM = 11
/** Box of the tablet's own dot. */
const OWN: Box = [-16, -16, 16, 16]

/** Boxes that names must not cover, besides the symbols. */
export const farObstacles = ({ from, marks }: FarReading) => (from ? [...marks, { at: from, box: OWN }] : marks)

/** All sources to be named, as symbol indexes: problems first. */
const worstFirst = ({ status }: DrawnSources['symbols']): number[] =>
  [true, false].flatMap((problem) => [...status.keys()].filter((i) => isProblem(status[i]!) === problem))

/**
 * The sources to be named, as symbol indexes in the order of placing. At arm's length these are the stops and the
 * nearest visible sources; a window extends half a view beyond the view on each side.
 */
export function sourcesToName(
  symbols: DrawnSources['symbols'],
  far: FarReading | undefined,
  window: Window | undefined,
): number[] {
  if (!far || !window) return worstFirst(symbols)
  const { positions } = symbols
  const key = ([lon, lat]: Position) => `${lon} ${lat}`
  const marked = new Set(far.marks.map(({ at }) => key(at)))
  const [width, height] = [window.east - window.west, window.south - window.north]
  const centre = [window.west + width / 2, window.north + height / 2] as const
  const [fromX, fromY] = far.from ? mercator(...far.from) : centre
  const seen = [...symbols.status.keys()].flatMap((i) => {
    const at: Position = [positions[2 * i]!, positions[2 * i + 1]!]
    const [x, y] = mercator(...at)
    const isSeen = Math.abs(x - centre[0]) <= width / 4 && Math.abs(y - centre[1]) <= height / 4
    return isSeen ? [{ i, isStop: marked.has(key(at)), far: Math.hypot(x - fromX, y - fromY) }] : []
  })
  const stops = seen.filter(({ isStop }) => isStop)
  const others = seen.filter(({ isStop }) => !isStop).sort((a, b) => a.far - b.far)
  return [...stops, ...others.slice(0, MAX_NAMES)].map(({ i }) => i)
}
