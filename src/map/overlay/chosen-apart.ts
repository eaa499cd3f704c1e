import type { Position } from '@/domain/geodesy/position'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { DrawnSources } from '@/domain/sources/view/drawn-sources'
import { textOf } from '@/domain/table/column'

/** What was chosen on the map or in a panel. */
export type Chosen =
  | { readonly type: 'source'; readonly kind: KindId; readonly code: string; readonly nth: number }
  | { readonly type: 'line'; readonly reach: readonly [west: number, south: number, east: number, north: number] }
  | { readonly type: 'point' }

/**
 * The chosen source if its layer or the sources in order are switched off, so that it has to be drawn in addition; else
 * null.
 */
export function chosenOffMap(chosen: Chosen | null, hidden: readonly string[]) {
  if (chosen?.type !== 'source') return null
  return hidden.includes(chosen.kind) || hidden.includes('in-order') ? chosen : null
}

/** A dustfall point closer than this to a badge's centre lies under the badge, in pixels. */
const UNDER_BADGE = 20
/** A shorter line can't be told from a symbol, in pixels. */
const MIN_LINE = 40

/**
 * Whether the chosen thing is drawn by itself: not part of a badge or a cell, and not too small. `pixel` projects a
 * position.
 */
export function isDrawnSeparately(
  chosen: Chosen,
  [lon, lat]: Position,
  { symbols, badges, cells }: DrawnSources,
  pixel: (at: Position) => { readonly x: number; readonly y: number },
): boolean {
  if (chosen.type === 'line') {
    const [west, south, east, north] = chosen.reach
    const [from, to] = [pixel([west, south]), pixel([east, north])]
    return Math.hypot(to.x - from.x, to.y - from.y) >= MIN_LINE
  }
  if (cells) return false
  if (chosen.type === 'point') {
    const { x, y } = pixel([lon, lat])
    return !badges.counts.some((_, i) => {
      const badge = pixel([badges.positions[2 * i]!, badges.positions[2 * i + 1]!])
      return Math.hypot(badge.x - x, badge.y - y) < UNDER_BADGE
    })
  }
  const isSymbol = symbols.nths.some(
    (nth, i) =>
      nth === chosen.nth && textOf(symbols.codes, i) === chosen.code && textOf(symbols.kinds, i) === chosen.kind,
  )
  const isCounted = badges.counts.some((_, i) => {
    const [west, south, east, north] = badges.bounds.subarray(4 * i, 4 * i + 4)
    return lon >= west! && lon <= east! && lat >= south! && lat <= north!
  })
  return isSymbol || !isCounted
}
