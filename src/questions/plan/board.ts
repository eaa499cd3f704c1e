import { formatDay, type IsoDay, parseDay } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import { itemsOf, requirementKey } from '@/domain/rules/requirement'
import { STATE_NAMES, STATUS } from '@/domain/rules/status'
import { emptyTally, sumTallies, type Tally, tallyTotal } from '@/domain/rules/tally'
import type { Facet } from '@/domain/sources/view/filters'
import { textAt } from '@/domain/table/column'
import {
  type FilteredRule,
  filterRules,
  narrowToItems,
  standingBit,
  standingBitAt,
} from '@/questions/filtered-findings'
import { FAILS_FINDINGS, type FilteredSources, failureOf, passesAllBut } from '@/questions/filtered-sources'
import { isPastUnknown } from '@/questions/unmet/past-unknown'
import { leadsOfSource } from './leads'

/** What the board can be grouped by: clauses and departments count requirements, counties and kinds count sources. */
export const BOARD_GROUPS = ['clauses', 'counties', 'leads', 'kinds'] as const satisfies readonly Facet[]
export type BoardGroup = (typeof BOARD_GROUPS)[number]

/** One requirement of a clause, or one item of it. */
export interface BoardRequirement {
  /** The key that the filters use. */
  readonly key: string
  /** Index of the rule. */
  readonly rule: number
  /** Field name of an item; null for the rule as a whole. */
  readonly item: string | null
  readonly tally: Tally
  /** The rule's items, in its order; empty if it asks one thing. */
  readonly items: readonly BoardRequirement[]
}

/** One line of the board. */
export interface BoardRow {
  /** Clause number, county code, department or kind. */
  readonly key: string
  readonly tally: Tally
  /** For a clause, the oldest missed deadline; null if none is missed, and for other groups. */
  readonly oldestMissed: IsoDay | null
  /** How many of the counted rows are past their due day with nobody having recorded whether it was done. */
  readonly pastUnknown: number
  /** The requirements of a clause, in the order of the plan; empty for other groups. */
  readonly requirements: readonly BoardRequirement[]
}

const isSome = (tally: Tally) => tallyTotal(tally) > 0

/**
 * All requirements (or all sources) counted by standing within each group, most overdue first. A count is what
 * choosing it in the filters would leave: the other dimensions narrow it, its own and the standings do not. So a
 * source with several standings towards what is asked counts in each of them.
 */
export function boardOf(filtered: FilteredSources, group: BoardGroup): BoardRow[] {
  const rows =
    group === 'clauses' ? clauseRows(filtered) : group === 'leads' ? leadRows(filtered) : sourceRows(filtered, group)
  return rows.sort(
    (a, b) => b.tally.overdue - a.tally.overdue || b.tally.failing - a.tally.failing || (a.key < b.key ? -1 : 1),
  )
}

/** 1 for each row that counts: `allows` accepts the source, and the rule applies to it. */
function countedRows(
  { findings: { first }, status, covers }: FilteredRule,
  allows: (source: number) => boolean,
): Uint8Array {
  const counted = new Uint8Array(status.length)
  for (let row = 0; row < status.length; row++)
    if (allows(first + row) && (status[row] !== STATUS.fine || covers(row))) counted[row] = 1
  return counted
}

/** The state of each standing bit. */
const STATE_OF_BIT = new Map(STATE_NAMES.map((name) => [standingBit(name), name]))

/** Tally of the counted rows. */
function countOf(asked: FilteredRule, counted: Uint8Array): Tally {
  const rows = new Uint32Array(1 << STATE_NAMES.length)
  for (let row = 0; row < counted.length; row++) if (counted[row] === 1) rows[standingBitAt(asked, row)]!++
  const counts = emptyTally()
  for (const name of STATE_NAMES) counts[name] = rows[standingBit(name)]!
  return counts
}

function clauseRows(filtered: FilteredSources): BoardRow[] {
  const { evaluated, filters } = filtered
  const { rules } = evaluated.opened.pack
  const allows = passesAllBut(filtered, 'requirements')
  // A kind may have several files, so a rule may have several tables.
  const byRule = grouped(filterRules(evaluated, filters, ['clauses', 'requirements']), ({ findings }) => findings.rule)
  const byClause = grouped(byRule, ([rule]) => rules[rule]!.clause)
  return [...byClause].flatMap(([clause, own]): BoardRow[] => {
    let pastUnknown = 0
    const requirements = own.map(([rule, asked]): BoardRequirement => {
      const { id, check } = rules[rule]!
      const counted = asked.map((each) => countedRows(each, allows))
      pastUnknown += asked.reduce((all, each, i) => all + pastUnknownOf(filtered, each, counted[i]!), 0)
      const items = itemsOf(check).map((item): BoardRequirement => {
        const tallies = asked.map((each, i) => countOf(narrowToItems(evaluated, each, [item]), counted[i]!))
        return { key: requirementKey(id, item), rule, item, tally: sumTallies(tallies), items: [] }
      })
      const tally = sumTallies(asked.map((each, i) => countOf(each, counted[i]!)))
      return { key: requirementKey(id), rule, item: null, tally, items }
    })
    const counted = requirements.filter(({ tally }) => isSome(tally))
    if (counted.length === 0) return []
    const missed = oldestMissed(
      filtered,
      own.flatMap(([, asked]) => asked),
      allows,
    )
    const tally = sumTallies(counted.map((each) => each.tally))
    return [
      {
        key: String(clause),
        tally,
        oldestMissed: missed,
        pastUnknown,
        requirements: counted.sort((a, b) => a.rule - b.rule),
      },
    ]
  })
}

/** How many of the counted rows are past their due day without a record. */
function pastUnknownOf({ evaluated }: FilteredSources, { findings }: FilteredRule, counted: Uint8Array): number {
  return countRows(isPastUnknown(evaluated, findings), counted)
}

/** How many of the counted rows pass a test; 0 without a test. */
function countRows(test: ((row: number) => boolean) | null, counted: Uint8Array): number {
  if (test === null) return 0
  let count = 0
  for (let row = 0; row < counted.length; row++) if (counted[row] === 1 && test(row)) count++
  return count
}

/** The oldest missed deadline among the allowed rows; null if none is missed. */
function oldestMissed(
  { evaluated }: FilteredSources,
  asked: readonly FilteredRule[],
  allows: (source: number) => boolean,
): IsoDay | null {
  let most = 0
  for (const { findings, status } of asked)
    for (let row = 0; row < status.length; row++)
      if (status[row] === STATUS.overdue && allows(findings.first + row)) most = Math.max(most, findings.at(row).days)
  return most === 0 ? null : formatDay(parseDay(evaluated.evaluation.asOf) - most)
}

/** Tallies by key; a key gets its line with its first count. */
function tallies() {
  const known = new Map<string, ReturnType<typeof emptyTally>>()
  const past = new Map<string, number>()
  const of = (key: string) => {
    const tally = known.get(key) ?? emptyTally()
    known.set(key, tally)
    return tally
  }
  return {
    add(key: string, more: Tally) {
      const tally = of(key)
      for (const name of STATE_NAMES) tally[name] += more[name]
    },
    addOne(key: string, bit: number) {
      of(key)[STATE_OF_BIT.get(bit)!]++
    },
    addPast: (key: string, count: number) => past.set(key, (past.get(key) ?? 0) + count),
    rows: () =>
      [...known].map(
        ([key, tally]): BoardRow => ({
          ...{ key, tally, oldestMissed: null, requirements: [] },
          pastUnknown: past.get(key) ?? 0,
        }),
      ),
  }
}

function leadRows(filtered: FilteredSources): BoardRow[] {
  const { evaluated, filters } = filtered
  const { add, addOne, addPast, rows } = tallies()
  const allows = passesAllBut(filtered, 'leads')
  for (const asked of filterRules(evaluated, filters, ['leads'])) {
    const { rule, first } = asked.findings
    const counted = countedRows(asked, allows)
    const { lead: named } = evaluated.opened.pack.rules[rule]!
    if (named.length > 0) {
      const tally = countOf(asked, counted)
      if (isSome(tally)) for (const lead of named) add(lead, tally)
      const past = pastUnknownOf(filtered, asked, counted)
      for (const lead of named) addPast(lead, past)
      continue
    }
    const isPast = isPastUnknown(evaluated, asked.findings)
    counted.forEach((isCounted, row) => {
      if (isCounted === 0) return
      for (const lead of leadsOfSource(evaluated.opened, rule, first + row)) {
        addOne(lead, standingBitAt(asked, row))
        if (isPast?.(row)) addPast(lead, 1)
      }
    })
  }
  return rows()
}

function sourceRows({ evaluated, asked, fails, standings }: FilteredSources, group: 'counties' | 'kinds'): BoardRow[] {
  const { sources } = evaluated.opened.inventory
  const { addOne, addPast, rows } = tallies()
  const own = failureOf(group) | FAILS_FINDINGS
  const past = new Uint8Array(standings.length)
  for (const { findings } of asked) {
    const isPast = isPastUnknown(evaluated, findings)
    if (isPast === null) continue
    for (let row = 0; row < findings.status.length; row++) if (isPast(row)) past[findings.first + row] = 1
  }
  standings.forEach((bits, source) => {
    if (bits === 0 || (fails[source]! & ~own) !== 0) return
    const key = textAt(sources, group === 'counties' ? 'county' : 'kind', source)
    for (const bit of STATE_OF_BIT.keys()) if (bits & bit) addOne(key, bit)
    if (past[source] === 1) addPast(key, 1)
  })
  return rows()
}
