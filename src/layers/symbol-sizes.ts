import { STATUS } from '@/domain/rules/status'
import { isProblem } from '@/domain/sources/view/drawn-sources'
import { ATLAS_CELL, SHAPE_RADIUS } from './atlas'

/** How large a shape is seen from afar and near by, in pixels, at two zooms; between them it grows. */
const FAR = { zoom: 8, size: 9.5 } as const
const NEAR = { zoom: 14, size: 17 } as const
/** What is overdue is so much larger. */
const OVERDUE = 1.3

/** Side of the square that a symbol's shape fills on the screen, in pixels. */
export function symbolSize(zoom: number, status: number): number {
  const share = Math.max(0, Math.min(1, (zoom - FAR.zoom) / (NEAR.zoom - FAR.zoom)))
  return (FAR.size + share * (NEAR.size - FAR.size)) * (status === STATUS.overdue ? OVERDUE : 1)
}

/** Size of the square of the atlas whose shape is so large. */
export const iconSize = (shape: number) => (shape * ATLAS_CELL) / (2 * SHAPE_RADIUS)

/** Size of the shape in a square of the atlas that is so large. */
export const shapeSize = (icon: number) => (icon * 2 * SHAPE_RADIUS) / ATLAS_CELL

/** Radius of a dot: of a problem for whose symbol there is no room, and of all others. */
export const DOT_RADIUS = { problem: 2.4, other: 1.5 } as const
/** A dot of what is not due yet, where that is told apart from what is in order: large enough for the hole in it. */
export const DUE_DOT = { radius: 2.6, hole: 1.3 } as const
/** How large the dot of a standing is. */
export function dotRadius(status: number, isDueApart: boolean): number {
  if (isProblem(status)) return DOT_RADIUS.problem
  return isDueApart && status === STATUS.due ? DUE_DOT.radius : DOT_RADIUS.other
}
/** Beyond so many dots they have no rim. */
export const MOST_RIMMED = 4000
/** So opaque are dots among the sources. */
export const DOT_OPACITY = 0.8

/** Side of the square about what was chosen. */
export const SELECTED_PIXELS = 40
/** From the place of a drop up to its middle, in pixels. */
export const DROP_MIDDLE = 9

/** Pixels of the rim that keeps a badge apart from what lies under it. */
export const BADGE_RIM = 1.5

/** Height of a badge, in pixels, and its width from three digits on. */
export const BADGE = { height: 20, wide: 31 } as const
/** A badge with a count from here on is wide. */
export const WIDE_COUNT = 100

/** Width and height of a badge that says so many. */
export const badgeSize = (count: number): [width: number, height: number] => [
  count >= WIDE_COUNT ? BADGE.wide : BADGE.height,
  BADGE.height,
]
