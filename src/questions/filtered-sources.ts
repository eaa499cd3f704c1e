import { DIMENSIONS, type Dimension, type Filters } from '@/domain/sources/view/filters'
import type { EvaluatedPackage } from './evaluated-package'
import { filterTest } from './filter-tests'

/** The third step: the sources of an evaluated package that the filters leave. */
export interface FilteredSources {
  readonly evaluated: EvaluatedPackage
  /** Where each source stands towards the ring, as of `sourcesInRing`. */
  readonly members: Uint8Array
  /** The one dimension that each source fails, by its place among the dimensions; or {@link FAILS_NONE}, or {@link FAILS_SEVERAL}. */
  readonly fails: Int8Array
  /** 1 for each source that is left. */
  readonly mask: Uint8Array
  /** Their numbers, worst first. */
  readonly order: Uint32Array
  readonly total: number
}

export const FAILS_NONE = -1
const FAILS_SEVERAL = -2

/** Narrows the sources of an evaluated package; `members` says where each stands towards the ring. */
export function filterSources(evaluated: EvaluatedPackage, members: Uint8Array, filters: Filters): FilteredSources {
  const { length } = evaluated.status
  const fails = new Int8Array(length).fill(FAILS_NONE)
  DIMENSIONS.forEach((dimension, number) => {
    const passes = filterTest(dimension, filters, evaluated, members)
    if (!passes) return
    for (let source = 0; source < length; source++) {
      if (!passes(source)) fails[source] = fails[source] === FAILS_NONE ? number : FAILS_SEVERAL
    }
  })
  const mask = new Uint8Array(length)
  let total = 0
  for (let source = 0; source < length; source++) {
    if (fails[source] !== FAILS_NONE) continue
    mask[source] = 1
    total++
  }
  const order = new Uint32Array(total)
  let at = 0
  for (const source of evaluated.order) if (mask[source] === 1) order[at++] = source
  return { evaluated, members, fails, mask, order, total }
}

/** Whether a source is left, or would be by another choice in one dimension: so its choices are counted. */
export function allowing({ fails }: FilteredSources, dimension: Dimension): (source: number) => boolean {
  const own = DIMENSIONS.indexOf(dimension)
  return (source) => fails[source] === FAILS_NONE || fails[source] === own
}
