import { type Finding, type RuleFindings, tableOfFindings, worstFirst } from '@/domain/rules/findings'
import { itemStatus, itemsOf, requirementsOf } from '@/domain/rules/requirement'
import { STATE_NAMES, STATUS, STATUS_NAMES, type StateName, type Status } from '@/domain/rules/status'
import { FINDING_DIMENSIONS, type Filters, type FindingDimension } from '@/domain/sources/view/filters'
import { leadsOfSource } from '@/questions/plan/leads'
import { isToVerify } from '@/questions/source/to-verify'
import type { EvaluatedPackage } from './evaluated-package'
import { memoOf } from './memo'

/**
 * A set of standings as bits: `1 << STATUS.overdue` and so on; the bit after these is `toVerify` (a person has to
 * look).
 */
export type StandingBits = number

const FINE: StandingBits = 1 << STATUS.fine
const PROBLEMS: StandingBits = (1 << STATUS.overdue) | (1 << STATUS.failing)
const TO_VERIFY: StandingBits = 1 << STATUS_NAMES.length
const ALL: StandingBits = (1 << STATE_NAMES.length) - 1

/** The bit of a standing. */
export const standingBit = (name: StateName): StandingBits => (name === 'toVerify' ? TO_VERIFY : 1 << STATUS[name])

/** What one rule finds in the rows of one table, limited to what the filters ask about. */
export interface FilteredRule {
  readonly findings: RuleFindings
  /** The requested items; empty for the rule as a whole. */
  readonly items: readonly string[]
  /** Standing of each row; also fine if nothing is asked about the row. */
  readonly status: Uint8Array
  /** Whether a row is unknown because a person has to look; null if no row is. */
  readonly verifies: ((row: number) => boolean) | null
  /** Whether the filters ask this rule anything about a row. */
  covers(row: number): boolean
}

/** Whether the filters narrow the findings. */
export const narrowsFindings = (filters: Filters) =>
  FINDING_DIMENSIONS.some((dimension) => filters[dimension].length > 0)

/**
 * The standings that are asked for: the chosen ones; otherwise problems only if the filters name a clause or a
 * requirement, all but fine if they name a department, else all. `choosing`: a dimension counted as set, because the
 * user is about to choose in it.
 */
export function wantedStandings(filters: Filters, choosing?: FindingDimension): StandingBits {
  const narrows = (dimension: FindingDimension) => dimension === choosing || filters[dimension].length > 0
  if (filters.statuses.length > 0) return filters.statuses.reduce((all, name) => all | standingBit(name), 0)
  if (narrows('clauses') || narrows('requirements')) return PROBLEMS
  return narrows('leads') ? ALL & ~FINE : ALL
}

/** The rules' findings, limited by the filters; the dimensions in `except` do not narrow. */
export function filterRules(
  evaluated: EvaluatedPackage,
  filters: Filters,
  except: readonly FindingDimension[] = [],
): FilteredRule[] {
  const { findings, opened } = evaluated
  const { rules } = opened.pack
  const narrows = (dimension: FindingDimension) => filters[dimension].length > 0 && !except.includes(dimension)
  const chosen = new Set(filters.requirements)
  const requirements = narrows('requirements') ? requirementsOf(rules).filter(({ key }) => chosen.has(key)) : null
  return findings.flatMap((each): FilteredRule[] => {
    if (narrows('clauses') && !filters.clauses.includes(rules[each.rule]!.clause)) return []
    const own = requirements?.filter(({ rule }) => rule === each.rule)
    if (own?.length === 0) return []
    const items = own?.some(({ item }) => item === null) ? [] : (own ?? []).flatMap(({ item }) => item ?? [])
    const ofItems =
      items.length === 0 ? each.status : statusOfItems(evaluated, { findings: each, status: each.status }, items)
    const asked = { findings: each, items, status: ofItems, covers: each.covers }
    const led = narrows('leads') ? ledBy(evaluated, asked, filters.leads) : asked
    return led ? [verified(evaluated, led)] : []
  })
}

/** Standing of each row towards some items of a rule: the worst of these items. */
export function statusOfItems(
  { tables, opened }: EvaluatedPackage,
  { findings, status }: Pick<FilteredRule, 'findings' | 'status'>,
  items: readonly string[],
): Uint8Array {
  const { table } = tableOfFindings(tables, findings)!
  const { check } = opened.pack.rules[findings.rule]!
  const worst = new Uint8Array(status.length)
  for (const item of items) {
    const test = itemStatus(check, item, table)
    for (let row = 0; row < status.length; row++) {
      if (status[row] === STATUS.fine) continue
      const standing = test(row, status[row] as Status)
      if (standing > worst[row]!) worst[row] = standing
    }
  }
  return worst
}

/** Adds the test for rows in which a person has to look. */
function verified(evaluated: EvaluatedPackage, asked: Omit<FilteredRule, 'verifies'>): FilteredRule {
  const { rule, first } = asked.findings
  return { ...asked, verifies: isToVerify(evaluated, { rule, first, status: asked.status }, asked.items) }
}

/** A rule narrowed to some of its items. */
export const narrowToItems = (
  evaluated: EvaluatedPackage,
  asked: FilteredRule,
  items: readonly string[],
): FilteredRule => verified(evaluated, { ...asked, items, status: statusOfItems(evaluated, asked, items) })

/** Narrows a rule to the rows led by one of these departments; null if none of them leads it. */
function ledBy<Asked extends Omit<FilteredRule, 'verifies'>>(
  { opened }: EvaluatedPackage,
  asked: Asked,
  leads: readonly string[],
): Asked | null {
  const { rule, first } = asked.findings
  const named = opened.pack.rules[rule]!.lead
  if (named.length > 0) return named.some((lead) => leads.includes(lead)) ? asked : null
  // The rule names no lead: each row names its own.
  const isLed = (row: number) => leadsOfSource(opened, rule, first + row).some((lead) => leads.includes(lead))
  return {
    ...asked,
    status: asked.status.map((status, row) => (status !== STATUS.fine && isLed(row) ? status : STATUS.fine)),
    covers: (row) => asked.covers(row) && isLed(row),
  }
}

/** Standing of a row towards what is asked, as a bit. */
export const standingBitAt = (
  { status, verifies }: Pick<FilteredRule, 'status' | 'verifies'>,
  row: number,
): StandingBits => (status[row] === STATUS.unknown && verifies?.(row) ? TO_VERIFY : 1 << status[row]!)

/**
 * Overall standing of each source, as a bit. If a source's worst is unknown, `toVerify` takes precedence over missing
 * data.
 */
export const standingsOnWhole = memoOf((evaluated: EvaluatedPackage): Uint8Array => {
  const { findings, status } = evaluated
  const bits = status.map((each) => 1 << each)
  for (const each of findings) {
    const verifies = isToVerify(evaluated, each)
    if (verifies === null) continue
    for (let row = 0; row < each.status.length; row++)
      if (status[each.first + row] === STATUS.unknown && verifies(row)) bits[each.first + row] = TO_VERIFY
  }
  return bits
})

/** Whether rows that meet what is asked are wanted too. */
export const isFineWanted = (wanted: StandingBits): boolean => (wanted & FINE) !== 0

/** Adds the rows' standings to the bits of their sources; fine only with `withFine`, since that takes longer. */
export function markStandings(asked: FilteredRule, bits: Uint8Array, withFine = true) {
  const { status, covers } = asked
  const { first } = asked.findings
  for (let row = 0; row < status.length; row++) {
    if (status[row] !== STATUS.fine) bits[first + row]! |= standingBitAt(asked, row)
    else if (withFine && covers(row)) bits[first + row]! |= FINE
  }
}

/** The standings of a source: fine only if no other bit is set. */
export const standingsIn = (bits: number): StandingBits => (bits > FINE ? bits & ~FINE : bits)

/** A finding, limited to what is asked about. */
export interface FilteredFinding extends Finding {
  /** The items at fault, as field names; empty for a rule that asks one thing. */
  readonly items: readonly string[]
  /** Readings miss a value that nobody confirmed: a person has to look. */
  readonly isToVerify?: true
}

/** The finding of a rule in one row, limited to what is asked; {@link itemTests} tell which items are at fault. */
export function findingOfRow({ findings, status }: FilteredRule, row: number): Finding {
  const finding = findings.at(row)
  const own = status[row] as Status
  // An item without data is not late, even if another item of the rule is.
  return own === finding.status ? finding : { ...finding, status: own, since: null, days: 0 }
}

/** An item of a rule, with a test whether it causes the standing of a row. */
interface ItemTest {
  readonly item: string
  isAtFault(row: number): boolean
}

/** The tests of a rule's items, compiled once for all rows. */
export function itemTests({ tables, opened }: EvaluatedPackage, asked: FilteredRule): readonly ItemTest[] {
  const { findings, items, status } = asked
  const { table } = tableOfFindings(tables, findings)!
  const { check } = opened.pack.rules[findings.rule]!
  return (items.length > 0 ? items : itemsOf(check)).map((item): ItemTest => {
    const standing = itemStatus(check, item, table)
    return { item, isAtFault: (row) => standing(row, findings.status[row] as Status) === status[row] }
  })
}

/** An evaluated package with what the filters ask about. */
export interface FilteredFindings {
  readonly evaluated: EvaluatedPackage
  /** What is asked of the findings, and the standings that are asked for. */
  readonly asked: readonly FilteredRule[]
  readonly wanted: StandingBits
}

/** Applies the filters to the findings of an evaluated package. */
export const filterFindings = (evaluated: EvaluatedPackage, filters: Filters): FilteredFindings => ({
  evaluated,
  asked: filterRules(evaluated, filters),
  wanted: wantedStandings(filters),
})

/** Whether a row has a finding with one of the wanted standings. */
export const hasWantedFinding = (asked: FilteredRule, row: number, wanted: StandingBits) =>
  asked.status[row] !== STATUS.fine && (wanted & standingBitAt(asked, row)) !== 0

/** The wanted findings of a source, worst first: most days overdue, then longest unmet. */
export function filteredFindingsOf({ evaluated, asked, wanted }: FilteredFindings, source: number): FilteredFinding[] {
  return asked
    .flatMap((rule) => {
      const row = source - rule.findings.first
      if (row < 0 || row >= rule.status.length || !hasWantedFinding(rule, row, wanted)) return []
      const items = itemTests(evaluated, rule).flatMap(({ item, isAtFault }) => (isAtFault(row) ? [item] : []))
      const toVerify = rule.verifies?.(row) ? { isToVerify: true as const } : {}
      return [{ ...findingOfRow(rule, row), items, ...toVerify }]
    })
    .sort(worstFirst)
}
