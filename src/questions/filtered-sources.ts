import { addToSeverity, bySeverity, noSeverity } from '@/domain/rules/severity'
import { STATUS, type Status } from '@/domain/rules/status'
import type { Dimension, Filters } from '@/domain/sources/view/filters'
import {
  type AskedFinding,
  type AskedRule,
  askedFinding,
  askedRules,
  asksAboutFindings,
  markStandings,
  type Standings,
  standingsIn,
  wantedStandings,
} from './asked-findings'
import type { EvaluatedPackage } from './evaluated-package'
import { filterTest, SOURCE_DIMENSIONS, type SourceDimension } from './filter-tests'

/** How sources stand towards what is asked, and which stand first. */
interface Standing {
  /** How each source stands: towards what is asked, or on the whole where nothing of the findings is. */
  readonly status: Uint8Array
  /** Days past the oldest deadline of each, as far as it is asked about; 0 where none is missed. */
  readonly overdueDays: Int32Array
  /** Numbers of the sources that are left, worst first. */
  readonly order: Uint32Array
  /** Place of each source among the worst; it says nothing of sources that are not left. */
  readonly rank: Uint32Array
}

/** The third step: the sources of an evaluated package that the filters leave. */
export interface FilteredSources extends Standing {
  readonly evaluated: EvaluatedPackage
  readonly filters: Filters
  /** Where each source stands towards the ring, as of `sourcesInRing`. */
  readonly members: Uint8Array
  /** What is asked of the findings, and the standings that are asked for. */
  readonly asked: readonly AskedRule[]
  readonly wanted: Standings
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
  const days = () => overdueDaysOfAll({ evaluated, filters, asked, wanted })
  for (const dimension of SOURCE_DIMENSIONS) {
    const passes = filterTest(dimension, filters, evaluated, members, days)
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
    ? standingOf(evaluated, asked, wanted, mask)
    : { ...evaluated, order: evaluated.order.filter((source) => mask[source] === 1) }
  const { status, overdueDays, order, rank } = standing
  return {
    evaluated,
    filters,
    members,
    asked,
    wanted,
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

/** Days overdue of all sources, also of those that are not left, as the table says them. */
export function overdueDaysOfAll(of: Pick<FilteredSources, 'evaluated' | 'filters' | 'asked' | 'wanted'>): Int32Array {
  const { evaluated, filters, asked, wanted } = of
  if (!asksAboutFindings(filters)) return evaluated.overdueDays
  return standingOf(evaluated, asked, wanted, new Uint8Array(evaluated.status.length).fill(1)).overdueDays
}

/** All standings of each source towards what is asked. */
function towards(asked: readonly AskedRule[], length: number): Uint8Array {
  const bits = new Uint8Array(length)
  for (const rule of asked) markStandings(rule, bits)
  return bits.map(standingsIn)
}

const NOTHING_FAILS = { days: 0, since: null, failures: 0 }

/** How the sources that are left stand towards what is asked, worst first. */
function standingOf(
  evaluated: EvaluatedPackage,
  asked: readonly AskedRule[],
  wanted: Standings,
  mask: Uint8Array,
): Standing {
  const severity = noSeverity(mask.length)
  for (const rule of asked) {
    const { first, at } = rule.findings
    for (let row = 0; row < rule.status.length; row++) {
      if (mask[first + row] !== 1 || !isWanted(rule, row, wanted)) continue
      const standing = rule.status[row] as Status
      // Days and failures count only where something fails; they take longer to say.
      const { days, since, failures } = standing >= STATUS.failing ? at(row) : NOTHING_FAILS
      addToSeverity(severity, first + row, { status: standing, days, since, failures })
    }
  }
  const order = bySeverity(severity, evaluated.overMetres, mask)
  const rank = new Uint32Array(mask.length)
  order.forEach((source, place) => {
    rank[source] = place
  })
  return { ...severity, order, rank }
}

/** Whether a row has a finding that is asked for. */
const isWanted = ({ status }: AskedRule, row: number, wanted: Standings) =>
  status[row] !== STATUS.fine && (wanted & (1 << status[row]!)) !== 0

/** The findings of a source that are asked for, worst first. */
export function askedFindingsOf({ evaluated, asked, wanted }: FilteredSources, source: number): AskedFinding[] {
  return asked
    .flatMap((rule) => {
      const row = source - rule.findings.first
      if (row < 0 || row >= rule.status.length || !isWanted(rule, row, wanted)) return []
      return [askedFinding(evaluated, rule, row)]
    })
    .sort((a, b) => b.status - a.status || b.days - a.days)
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
