import { STATUS } from '@/domain/rules/status'
import { isProblem } from '@/domain/sources/view/drawn-sources'
import { ATLAS_CELL, SHAPE_RADIUS } from './atlas'

/** Size of a shape in pixels at a far and a near zoom; interpolated in between. */
const FAR = { zoom: 8, size: 9.5 } as const
const NEAR = { zoom: 14, size: 17 } as const
/** Size factor for overdue sources. */
const OVERDUE = 1.3

/** Side of the square that a symbol's shape fills on screen, in pixels. */
export function symbolSize(zoom: number, status: number): number {
  const share = Math.max(0, Math.min(1, (zoom - FAR.zoom) / (NEAR.zoom - FAR.zoom)))
  return (FAR.size + share * (NEAR.size - FAR.size)) * (status === STATUS.overdue ? OVERDUE : 1)
}

/** Icon size (square in the atlas) for a shape of this size. */
export const iconSize = (shape: number) => (shape * ATLAS_CELL) / (2 * SHAPE_RADIUS)

/** Shape size for an icon of this size. */
export const shapeSize = (icon: number) => (icon * 2 * SHAPE_RADIUS) / ATLAS_CELL

/** Radius of a dot: of a problem without room for its symbol, of missing data, and of all others. */
export const DOT_RADIUS = { problem: 2.4, missing: 1.9, other: 1.5 } as const
/** A dot of a source not yet due, if told apart from sources in order: large enough for its hole. */
export const DUE_DOT = { radius: 2.6, hole: 1.3 } as const
/** Radius of a dot by standing. */
export function dotRadius(status: number, isDueApart: boolean): number {
  if (isProblem(status)) return DOT_RADIUS.problem
  if (status === STATUS.unknown) return DOT_RADIUS.missing
  return isDueApart && status === STATUS.due ? DUE_DOT.radius : DOT_RADIUS.other
}
/** No dot with its rim reaches farther from its position, in pixels. */
export const MAX_DOT_PIXELS = 5
/** With more dots than this, dots have no rim. */
export const MAX_RIMMED = 4000
/** Opacity of dots. */
export const DOT_OPACITY = 0.9

/** Side of the square around the selected thing. */
export const SELECTED_PIXELS = 40
/** From the position of a drop up to its middle, in pixels. */
export const DROP_MIDDLE = 9

/** Pixels of the rim that separates a badge from what is below. */
export const BADGE_RIM = 2
/** Pixels of the rim around a dot. */
export const dotRim = (status: number) => (isProblem(status) ? 1.5 : 1)

/** Height of a badge, and its width from three digits on, in pixels. */
export const BADGE = { height: 20, wide: 31 } as const
/** Count from which a badge is wide. */
export const WIDE_COUNT = 100

/** Width and height of a badge with a count. */
export const badgeSize = (count: number): [width: number, height: number] => [
  count >= WIDE_COUNT ? BADGE.wide : BADGE.height,
  BADGE.height,
]
