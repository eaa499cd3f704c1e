import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import type { Fix } from './fix'

/** A corner of a site is worth something only within so many metres. */
export const CORNER_METRES = 20
/** Positions of so many milliseconds are of one place, where somebody stands to mark it. */
const MEAN_MS = 5_000

/** A place from several positions. */
export interface MeanFix {
  readonly position: Position
  /** Of the best of them: the mean of dependent positions is not better than that by a known amount. */
  readonly accuracyMetres: number
  readonly count: number
}

/** The mean of the positions of the last five seconds, each weighted by its accuracy; null without any. */
export function meanFix(fixes: readonly Fix[]): MeanFix | null {
  const newest = fixes.at(-1)
  if (!newest) return null
  const isHere = ({ position, accuracyMetres }: Fix) =>
    distanceMetres(position, newest.position) <= Math.max(accuracyMetres, newest.accuracyMetres)
  // Who has only just come there was elsewhere a moment ago.
  const recent = fixes.filter((fix) => newest.at - fix.at <= MEAN_MS && isHere(fix))
  // What was bad a moment ago must not spoil what is good now.
  const best = Math.min(...recent.map(({ accuracyMetres }) => accuracyMetres))
  const good = recent.filter(({ accuracyMetres }) => accuracyMetres <= Math.max(best * 2, 1))
  const weights = good.map(({ accuracyMetres }) => 1 / Math.max(accuracyMetres, 1) ** 2)
  const sum = weights.reduce((all, each) => all + each, 0)
  const mean = (axis: 0 | 1) => good.reduce((all, { position }, i) => all + position[axis] * weights[i]!, 0) / sum
  return { position: [mean(0), mean(1)], accuracyMetres: best, count: good.length }
}
