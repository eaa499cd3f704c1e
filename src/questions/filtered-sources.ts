import { STATUS, STATUS_NAMES, type StateName } from '@/domain/rules/status'
import type { Dimension, Filters } from '@/domain/sources/view/filters'
import { FoundColumns, foundColumns } from '@/questions/table/found-columns'
import type { EvaluatedPackage } from './evaluated-package'
import { filterTest, SOURCE_DIMENSIONS, type SourceDimension } from './filter-tests'
import {
  type FilteredFindings,
  type FilteredRule,
  filterFindings,
  hasWantedFinding,
  isFineWanted,
  markStandings,
  narrowsFindings,
  standingBit,
  standingsIn,
  standingsOnWhole,
} from './filtered-findings'
import { rankSources, type SourceRanking } from './source-ranking'

/** The third step: the sources of an evaluated package that the filters leave. */
export interface FilteredSources extends FilteredFindings, SourceRanking {
  readonly filters: Filters
  /** Columns of all sources' findings, limited to what is asked. */
  readonly found: FoundColumns
  /** Each source's side of the ring, from `sourcesInRing`. */
  readonly members: Uint8Array
  /** All standings of each source towards what is asked; 0 if nothing asked applies to it. */
  readonly standings: Uint8Array
  /** The dimensions that each source fails: a bit for each of {@link SOURCE_DIMENSIONS}, and {@link FAILS_FINDINGS}. */
  readonly fails: Uint16Array
  /** 1 for each source that passes all filters. */
  readonly mask: Uint8Array
  readonly total: number
}

/** State of a source towards what is asked; if unknown, `toVerify` takes precedence. */
export const filteredState = (
  { status, standings, wanted }: Pick<FilteredSources, 'status' | 'standings' | 'wanted'>,
  source: number,
): StateName =>
  status[source] === STATUS.unknown && (standings[source]! & wanted & standingBit('toVerify')) !== 0
    ? 'toVerify'
    : STATUS_NAMES[status[source]!]!

/** Bit of sources that fail the filters on findings and standing. */
export const FAILS_FINDINGS = 1 << SOURCE_DIMENSIONS.length

/** The bit of sources that fail a dimension. */
export const failureOf = (dimension: Dimension) => {
  const own = SOURCE_DIMENSIONS.indexOf(dimension as SourceDimension)
  return own < 0 ? FAILS_FINDINGS : 1 << own
}

/** Applies the filters to an evaluated package; `members`: each source's side of the ring. */
export function filterSources(evaluated: EvaluatedPackage, members: Uint8Array, filters: Filters): FilteredSources {
  const found = foundColumns(evaluated, filters)
  const { asked, wanted } = found.of
  const fails = failuresOf(evaluated, members, filters, found)
  const standings = narrowsFindings(filters) ? towards(asked, fails.length) : standingsOnWhole(evaluated)
  const mask = new Uint8Array(fails.length)
  let total = 0
  for (let source = 0; source < fails.length; source++) {
    if ((standings[source]! & wanted) === 0) fails[source]! |= FAILS_FINDINGS
    if (fails[source] !== 0) continue
    mask[source] = 1
    total++
  }
  const standing = narrowsFindings(filters)
    ? rankSources(found.of, mask)
    : { ...evaluated, order: evaluated.order.filter((source) => mask[source] === 1) }
  const { status, overdueDays, order, rank } = standing
  return {
    evaluated,
    filters,
    asked,
    wanted,
    found,
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

/** Bits of the dimensions that each source fails, without {@link FAILS_FINDINGS}. */
function failuresOf(
  evaluated: EvaluatedPackage,
  members: Uint8Array,
  filters: Filters,
  found: FoundColumns,
): Uint16Array {
  const fails = new Uint16Array(evaluated.status.length)
  for (const dimension of SOURCE_DIMENSIONS) {
    const passes = filterTest(dimension, filters, evaluated, members, (...column) => found.column(...column))
    if (!passes) continue
    const bit = failureOf(dimension)
    for (let source = 0; source < fails.length; source++) if (!passes(source)) fails[source]! |= bit
  }
  return fails
}

/** Number of sources that pass the filters, without their mask and order. */
export function countFilteredSources(evaluated: EvaluatedPackage, members: Uint8Array, filters: Filters): number {
  const of = filterFindings(evaluated, filters)
  const fails = failuresOf(evaluated, members, filters, new FoundColumns(of, filters))
  const standings = narrowsFindings(filters)
    ? towards(of.asked, fails.length, isFineWanted(of.wanted))
    : standingsOnWhole(evaluated)
  let total = 0
  for (let source = 0; source < fails.length; source++) {
    if (fails[source] === 0 && (standings[source]! & of.wanted) !== 0) total++
  }
  return total
}

/** All standings of each source towards what is asked. */
function towards(asked: readonly FilteredRule[], length: number, withFine = true): Uint8Array {
  const bits = new Uint8Array(length)
  for (const rule of asked) markStandings(rule, bits, withFine)
  return bits.map(standingsIn)
}

/** Number of wanted findings of the sources that pass. */
export function countFilteredFindings({ asked, wanted, mask }: FilteredSources): number {
  let count = 0
  for (const rule of asked)
    for (let row = 0; row < rule.status.length; row++)
      if (mask[rule.findings.first + row] === 1 && hasWantedFinding(rule, row, wanted)) count++
  return count
}

/** 1 for each source that passes and has a wanted finding. */
export function sourcesWithFindings({ asked, wanted, mask }: FilteredSources): Uint8Array {
  const found = new Uint8Array(mask.length)
  for (const rule of asked) {
    const { first } = rule.findings
    for (let row = 0; row < rule.status.length; row++)
      if (mask[first + row] === 1 && hasWantedFinding(rule, row, wanted)) found[first + row] = 1
  }
  return found
}

/**
 * Tests whether a source passes all filters but one dimension: the choices of that dimension are counted over these
 * sources.
 */
export function passesAllBut({ fails }: FilteredSources, dimension: Dimension): (source: number) => boolean {
  const others = ~failureOf(dimension)
  return (source) => (fails[source]! & others) === 0
}
