import { grouped } from '@/domain/grouped'
import { itemsOf, requirementKey } from '@/domain/rules/requirement'
import { STATE_NAMES, STATUS } from '@/domain/rules/status'
import type { KindId } from '@/domain/sources/kinds/kind'
import { type Dimension, type Facet, RING_SIDES } from '@/domain/sources/view/filters'
import {
  type FilteredRule,
  filterRules,
  isFineWanted,
  markStandings,
  narrowToItems,
  type StandingBits,
  standingBit,
  standingBitAt,
  standingsIn,
  wantedStandings,
} from '@/questions/filtered-findings'
import { type FilteredSources, passesAllBut } from '@/questions/filtered-sources'
import { leadsOfSource } from '@/questions/plan/leads'

/** Number of sources that each choice would leave, with the other dimensions unchanged. */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>

/** Shown and overdue sources of each kind. */
export type KindCounts = ReadonlyMap<KindId, { readonly total: number; readonly overdue: number }>

/** Number of sources that each filter choice would leave, and the shown sources of each kind. */
export interface ShownCounts {
  readonly facets: FacetCounts
  readonly byKind: KindCounts
}

export const countShown = (filtered: FilteredSources): ShownCounts => ({
  facets: {
    kinds: countTexts(filtered, 'kind', 'kinds'),
    counties: countTexts(filtered, 'county', 'counties'),
    grades: countTexts(filtered, 'grade', 'grades'),
    ring: countValues(filtered, filtered.members, 'ring', RING_SIDES),
    statuses: countStatuses(filtered),
    clauses: countClauses(filtered),
    requirements: countRequirements(filtered),
    leads: countLeads(filtered),
  },
  byKind: countKinds(filtered),
})

/**
 * Counts the sources that fail at most this dimension, by a small integer per source; integers without a name are
 * skipped.
 */
function countValues(
  filtered: FilteredSources,
  values: ArrayLike<number>,
  dimension: Dimension,
  names: readonly string[],
): Map<string, number> {
  const allows = passesAllBut(filtered, dimension)
  const counts = new Uint32Array(names.length)
  for (let source = 0; source < filtered.fails.length; source++)
    if (allows(source) && values[source]! < counts.length) counts[values[source]!]!++
  return new Map(names.map((name, i) => [name, counts[i]!]))
}

function countTexts(filtered: FilteredSources, name: string, dimension: Dimension): Map<string, number> {
  const column = filtered.evaluated.opened.inventory.sources.columns[name]
  return column?.type === 'text' ? countValues(filtered, column.codes, dimension, column.dictionary) : new Map()
}

/** A source with several standings counts in each. */
function countStatuses(filtered: FilteredSources): Map<string, number> {
  const allows = passesAllBut(filtered, 'statuses')
  const wanted = STATE_NAMES.map(standingBit)
  const counts = new Uint32Array(wanted.length)
  filtered.standings.forEach((bits, source) => {
    if (bits === 0 || !allows(source)) return
    for (let state = 0; state < counts.length; state++) if (bits & wanted[state]!) counts[state]!++
  })
  return new Map(STATE_NAMES.map((name, i) => [name, counts[i]!]))
}

function countClauses(filtered: FilteredSources): Map<string, number> {
  const { evaluated, filters } = filtered
  const { rules } = evaluated.opened.pack
  const byClause = grouped(filterRules(evaluated, filters, ['clauses']), ({ findings }) => rules[findings.rule]!.clause)
  const clauses = [...new Set(rules.map(({ clause }) => clause))]
  const count = counter(filtered, wantedStandings(filters, 'clauses'), 'clauses')
  return new Map(clauses.map((clause) => [String(clause), count(byClause.get(clause) ?? [])]))
}

function countRequirements(filtered: FilteredSources): Map<string, number> {
  const { evaluated, filters } = filtered
  const { rules } = evaluated.opened.pack
  const byRule = grouped(filterRules(evaluated, filters, ['requirements']), ({ findings }) => findings.rule)
  const wanted = wantedStandings(filters, 'requirements')
  const allows = passesAllBut(filtered, 'requirements')
  // A source has one row of a rule, so rows can be counted instead of sources.
  const count = (asked: readonly FilteredRule[]) => {
    let rows = 0
    for (const each of asked) {
      const { findings, status, covers } = each
      for (let row = 0; row < status.length; row++)
        if (
          wanted & standingBitAt(each, row) &&
          allows(findings.first + row) &&
          (status[row] !== STATUS.fine || covers(row))
        )
          rows++
    }
    return rows
  }
  return new Map(
    [...byRule].flatMap(([number, asked]) => {
      const { id, check } = rules[number]!
      const ofItem = (item: string) => asked.map((each) => narrowToItems(evaluated, each, [item]))
      return [
        [requirementKey(id), count(asked)] as const,
        ...itemsOf(check).map((item) => [requirementKey(id, item), count(ofItem(item))] as const),
      ]
    }),
  )
}

function countLeads(filtered: FilteredSources): Map<string, number> {
  const { evaluated, filters, fails } = filtered
  const { opened } = evaluated
  const wanted = wantedStandings(filters, 'leads')
  const withFine = isFineWanted(wanted)
  const byLead = new Map<string, Uint8Array>()
  const bitsOf = (lead: string) => {
    const bits = byLead.get(lead) ?? new Uint8Array(fails.length)
    byLead.set(lead, bits)
    return bits
  }
  for (const asked of filterRules(evaluated, filters, ['leads'])) {
    const { rule, first } = asked.findings
    const { lead: named } = opened.pack.rules[rule]!
    for (const lead of named) markStandings(asked, bitsOf(lead), withFine)
    if (named.length > 0) continue
    // Most rules name their departments; only for the others is each row looked up.
    asked.status.forEach((status, row) => {
      if (status === STATUS.fine && !(withFine && asked.covers(row))) return
      for (const lead of leadsOfSource(opened, rule, first + row))
        bitsOf(lead)[first + row]! |= standingBitAt(asked, row)
    })
  }
  const allows = passesAllBut(filtered, 'leads')
  return new Map([...byLead].map(([lead, bits]) => [lead, countWanted(bits, wanted, allows)]))
}

/** Returns a function that counts the sources some rules would leave, with the other dimensions unchanged. */
function counter(filtered: FilteredSources, wanted: StandingBits, dimension: Dimension) {
  const allows = passesAllBut(filtered, dimension)
  const bits = new Uint8Array(filtered.fails.length)
  return (asked: readonly FilteredRule[]): number => {
    if (asked.length === 0) return 0
    bits.fill(0)
    for (const rule of asked) markStandings(rule, bits, isFineWanted(wanted))
    return countWanted(bits, wanted, allows)
  }
}

/** Number of allowed sources with a wanted standing. */
function countWanted(bits: Uint8Array, wanted: StandingBits, allows: (source: number) => boolean): number {
  let count = 0
  for (let source = 0; source < bits.length; source++)
    if ((standingsIn(bits[source]!) & wanted) !== 0 && allows(source)) count++
  return count
}

/** Number of filtered sources of each kind, and how many of these are overdue. */
export function countKinds({ evaluated, status, order }: FilteredSources): KindCounts {
  const column = evaluated.opened.inventory.sources.columns.kind
  if (column?.type !== 'text') return new Map()
  const total = new Uint32Array(column.dictionary.length)
  const overdue = new Uint32Array(column.dictionary.length)
  for (const source of order) {
    total[column.codes[source]!]!++
    if (status[source] === STATUS.overdue) overdue[column.codes[source]!]!++
  }
  return new Map(column.dictionary.map((kind, i) => [kind, { total: total[i]!, overdue: overdue[i]! }]))
}
