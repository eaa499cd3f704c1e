import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import type { Fix } from './fix'

/** The maximum error in metres at which marking a corner of a site is useful. */
export const CORNER_METRES = 20
/** Positions within this many milliseconds count as one place, where the person stands to mark it. */
const MEAN_MS = 5_000

/** A place averaged from several positions. */
export interface MeanFix {
  readonly position: Position
  /** The accuracy of the best position: averaging dependent positions does not improve it by a known amount. */
  readonly accuracyMetres: number
  readonly count: number
}

/** The mean of the positions of the last five seconds, weighted by their accuracy; null if there are none. */
export function meanFix(fixes: readonly Fix[]): MeanFix | null {
  const newest = fixes.at(-1)
  if (!newest) return null
  const isHere = ({ position, accuracyMetres }: Fix) =>
    distanceMetres(position, newest.position) <= Math.max(accuracyMetres, newest.accuracyMetres)
  // A person who just arrived was elsewhere a moment ago.
  const recent = fixes.filter((fix) => newest.at - fix.at <= MEAN_MS && isHere(fix))
  // Earlier poor positions must not spoil good ones.
  const best = Math.min(...recent.map(({ accuracyMetres }) => accuracyMetres))
  const good = recent.filter(({ accuracyMetres }) => accuracyMetres <= Math.max(best * 2, 1))
  const weights = good.map(({ accuracyMetres }) => 1 / Math.max(accuracyMetres, 1) ** 2)
  const sum = weights.reduce((all, each) => all + each, 0)
  const mean = (axis: 0 | 1) => good.reduce((all, { position }, i) => all + position[axis] * weights[i]!, 0) / sum
  return { position: [mean(0), mean(1)], accuracyMetres: best, count: good.length }
}
