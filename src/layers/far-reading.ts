import { mercator } from '@/domain/geodesy/mercator'
import type { Position } from '@/domain/geodesy/position'
import { type DrawnSources, isProblem, type Window } from '@/domain/sources/view/drawn-sources'
import type { Box } from './box-index'

/** A map that is read at arm's length: few names, as large as all else there, and none over what stands on it. */
export interface FarReading {
  /** No name is smaller, in pixels. */
  readonly pixels: number
  /** Where the tablet is; null where nobody knows. */
  readonly from: Position | null
  /** Stops and signs, in pixels about their places; a source at one of them is named before all others. */
  readonly marks: readonly { readonly at: Position; readonly box: Box }[]
}

/** So many sources are named beside the stops. */
export const MOST_NAMES = 10
/** From this zoom on sources are named. */
export const FAR_NAMES_ZOOM = 11
/** The tablet's own dot. */
const OWN: Box = [-16, -16, 16, 16]

/** What no name may lie over beside the symbols. */
export const farObstacles = ({ from, marks }: FarReading) => (from ? [...marks, { at: from, box: OWN }] : marks)

/** The sources to be named, by their places among the symbols: problems before the others, and all of them. */
const worstFirst = ({ status }: DrawnSources['symbols']): number[] =>
  [true, false].flatMap((problem) => [...status.keys()].filter((i) => isProblem(status[i]!) === problem))

/**
 * The sources to be named, by their places among the symbols, the first to be placed first. Read at arm's length these are the
 * stops and the nearest of what is seen, of which a window reaches half the view beyond on every side.
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
  return [...stops, ...others.slice(0, MOST_NAMES)].map(({ i }) => i)
}
