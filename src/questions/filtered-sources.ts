import type { Dimension, Filters } from '@/domain/sources/view/filters'
import {
  type AskedRule,
  askedRules,
  asksAboutFindings,
  isWanted,
  markStandings,
  standingsIn,
  wantedStandings,
} from './asked-findings'
import type { EvaluatedPackage } from './evaluated-package'
import { filterTest, SOURCE_DIMENSIONS, type SourceDimension } from './filter-tests'
import { type FoundOf, foundColumn } from './found-columns'
import { type Standing, standingOf } from './standing'

/** The third step: the sources of an evaluated package that the filters leave. */
export interface FilteredSources extends FoundOf, Standing {
  /** Where each source stands towards the ring, as of `sourcesInRing`. */
  readonly members: Uint8Array
  /** All standings of each source towards what is asked; none where nothing asked is about it. */
  readonly standings: Uint8Array
  /** What each source fails, a bit for each of the dimensions that look at the source itself; and {@link FAILS_ASKED}. */
  readonly fails: Uint8Array
  /** 1 for each source that is left. */
  readonly mask: Uint8Array
  readonly total: number
}

/** Fails what is asked of its findings and standing. */
export const FAILS_ASKED = 1 << SOURCE_DIMENSIONS.length

/** The bit that a source which fails a dimension has. */
export const failureOf = (dimension: Dimension) => {
  const own = SOURCE_DIMENSIONS.indexOf(dimension as SourceDimension)
  return own < 0 ? FAILS_ASKED : 1 << own
}

/** Narrows the sources of an evaluated package; `members` says where each stands towards the ring. */
export function filterSources(evaluated: EvaluatedPackage, members: Uint8Array, filters: Filters): FilteredSources {
  const { length } = evaluated.status
  const fails = new Uint8Array(length)
  const asked = askedRules(evaluated, filters)
  const wanted = wantedStandings(filters)
  const of: FoundOf = { evaluated, filters, asked, wanted }
  for (const dimension of SOURCE_DIMENSIONS) {
    const passes = filterTest(dimension, filters, evaluated, members, (...column) => foundColumn(of, ...column))
    if (!passes) continue
    const bit = failureOf(dimension)
    for (let source = 0; source < length; source++) if (!passes(source)) fails[source]! |= bit
  }
  const standings = asksAboutFindings(filters) ? towards(asked, length) : evaluated.status.map((status) => 1 << status)
  const mask = new Uint8Array(length)
  let total = 0
  for (let source = 0; source < length; source++) {
    if ((standings[source]! & wanted) === 0) fails[source]! |= FAILS_ASKED
    if (fails[source] !== 0) continue
    mask[source] = 1
    total++
  }
  const standing = asksAboutFindings(filters)
    ? standingOf(of, mask)
    : { ...evaluated, order: evaluated.order.filter((source) => mask[source] === 1) }
  const { status, overdueDays, order, rank } = standing
  return {
    ...of,
    members,
    standings,
    fails,
    mask,
    total,
    status,
    overdueDays,
    order,
    rank,
  }
}

/** All standings of each source towards what is asked. */
function towards(asked: readonly AskedRule[], length: number): Uint8Array {
  const bits = new Uint8Array(length)
  for (const rule of asked) markStandings(rule, bits)
  return bits.map(standingsIn)
}

/** How many findings of the sources that are left are asked for. */
export function countAsked({ asked, wanted, mask }: FilteredSources): number {
  let count = 0
  for (const rule of asked)
    for (let row = 0; row < rule.status.length; row++)
      if (mask[rule.findings.first + row] === 1 && isWanted(rule, row, wanted)) count++
  return count
}

/** 1 for each source that is left and has a finding that is asked for. */
export function sourcesAsked({ asked, wanted, mask }: FilteredSources): Uint8Array {
  const found = new Uint8Array(mask.length)
  for (const rule of asked) {
    const { first } = rule.findings
    for (let row = 0; row < rule.status.length; row++)
      if (mask[first + row] === 1 && isWanted(rule, row, wanted)) found[first + row] = 1
  }
  return found
}

/** Whether a source is left, or would be by another choice in one dimension: so its choices are counted. */
export function allowing({ fails }: FilteredSources, dimension: Dimension): (source: number) => boolean {
  const others = ~failureOf(dimension)
  return (source) => (fails[source]! & others) === 0
}
