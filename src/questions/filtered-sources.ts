import { STATUS, STATUS_NAMES, type StateName } from '@/domain/rules/status'
import type { Dimension, Filters } from '@/domain/sources/view/filters'
import {
  type AskedOf,
  type AskedRule,
  askedOf,
  asksAboutFindings,
  bitOf,
  isFineWanted,
  isWanted,
  markStandings,
  standingsIn,
  standingsOnWhole,
} from './asked-findings'
import type { EvaluatedPackage } from './evaluated-package'
import { filterTest, SOURCE_DIMENSIONS, type SourceDimension } from './filter-tests'
import { FoundColumns, foundColumns } from './found-columns'
import { type Standing, standingOf } from './standing'

/** The third step: the sources of an evaluated package that the filters leave. */
export interface FilteredSources extends AskedOf, Standing {
  readonly filters: Filters
  /** What was found of all sources, as far as it is asked about. */
  readonly found: FoundColumns
  /** Where each source stands towards the ring, as of `sourcesInRing`. */
  readonly members: Uint8Array
  /** All standings of each source towards what is asked; none where nothing asked is about it. */
  readonly standings: Uint8Array
  /** What each source fails, a bit for each of the dimensions that look at the source itself; and {@link FAILS_ASKED}. */
  readonly fails: Uint16Array
  /** 1 for each source that is left. */
  readonly mask: Uint8Array
  readonly total: number
}

/** How a source stands towards what is asked; where that is unknown, that a person has to look comes first. */
export const stateAt = (
  { status, standings, wanted }: Pick<FilteredSources, 'status' | 'standings' | 'wanted'>,
  source: number,
): StateName =>
  status[source] === STATUS.unknown && (standings[source]! & wanted & bitOf('toVerify')) !== 0
    ? 'toVerify'
    : STATUS_NAMES[status[source]!]!

/** Fails what is asked of its findings and standing. */
export const FAILS_ASKED = 1 << SOURCE_DIMENSIONS.length

/** The bit that a source which fails a dimension has. */
export const failureOf = (dimension: Dimension) => {
  const own = SOURCE_DIMENSIONS.indexOf(dimension as SourceDimension)
  return own < 0 ? FAILS_ASKED : 1 << own
}

/** Narrows the sources of an evaluated package; `members` says where each stands towards the ring. */
export function filterSources(evaluated: EvaluatedPackage, members: Uint8Array, filters: Filters): FilteredSources {
  const found = foundColumns(evaluated, filters)
  const { asked, wanted } = found.of
  const fails = failuresOf(evaluated, members, filters, found)
  const standings = asksAboutFindings(filters) ? towards(asked, fails.length) : standingsOnWhole(evaluated)
  const mask = new Uint8Array(fails.length)
  let total = 0
  for (let source = 0; source < fails.length; source++) {
    if ((standings[source]! & wanted) === 0) fails[source]! |= FAILS_ASKED
    if (fails[source] !== 0) continue
    mask[source] = 1
    total++
  }
  const standing = asksAboutFindings(filters)
    ? standingOf(found.of, mask)
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

/** What each source fails of the ways of narrowing that look at the source itself. */
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

/** How many sources the filters would leave, for who wants neither which nor in what order. */
export function countLeft(evaluated: EvaluatedPackage, members: Uint8Array, filters: Filters): number {
  const of = askedOf(evaluated, filters)
  const fails = failuresOf(evaluated, members, filters, new FoundColumns(of, filters))
  const standings = asksAboutFindings(filters)
    ? towards(of.asked, fails.length, isFineWanted(of.wanted))
    : standingsOnWhole(evaluated)
  let total = 0
  for (let source = 0; source < fails.length; source++) {
    if (fails[source] === 0 && (standings[source]! & of.wanted) !== 0) total++
  }
  return total
}

/** All standings of each source towards what is asked. */
function towards(asked: readonly AskedRule[], length: number, withFine = true): Uint8Array {
  const bits = new Uint8Array(length)
  for (const rule of asked) markStandings(rule, bits, withFine)
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
