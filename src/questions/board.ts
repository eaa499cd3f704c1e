import { formatDay, type IsoDay, parseDay } from '@/domain/calendar'
import { itemsOf, requirementKey } from '@/domain/rules/requirement'
import { STATUS, STATUS_NAMES, type StatusName } from '@/domain/rules/status'
import type { Facet } from '@/domain/sources/view/filters'
import { textAt } from '@/domain/table/column'
import { type AskedRule, askedRules, statusOfItems } from './asked-findings'
import { allowing, FAILS_ASKED, type FilteredSources, failureOf } from './filtered-sources'
import { grouped } from './grouped'
import { leadsOfSource } from './leads'

/** What the board can be grouped by: clauses and departments count requirements, counties and kinds count sources. */
export const BOARD_GROUPS = ['clauses', 'counties', 'leads', 'kinds'] as const satisfies readonly Facet[]
export type BoardGroup = (typeof BOARD_GROUPS)[number]

/** How often something stands so: one count for each source that a requirement is about, or for each source. */
export type Tally = Readonly<Record<StatusName, number>>

/** One requirement of a clause, or one item of it. */
export interface BoardRequirement {
  /** As the filters name it. */
  readonly key: string
  /** Number of the rule. */
  readonly rule: number
  /** Name of the field, where it is an item. */
  readonly item: string | null
  readonly tally: Tally
  /** In the order of the rule, where it asks for several. */
  readonly items: readonly BoardRequirement[]
}

/** One line of the board. */
export interface BoardRow {
  /** Clause number, county code, department or kind. */
  readonly key: string
  readonly tally: Tally
  /** The oldest deadline among what is overdue of a clause; null where nothing is, and for other lines. */
  readonly oldestMissed: IsoDay | null
  /** Those of a clause, in the order of the plan. */
  readonly requirements: readonly BoardRequirement[]
}

type Counting = Record<StatusName, number>
const nothing = (): Counting => ({ fine: 0, due: 0, unknown: 0, failing: 0, overdue: 0 })
const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce<Counting>((all, each) => {
    for (const name of STATUS_NAMES) all[name] += each[name]
    return all
  }, nothing())

/**
 * How all requirements stand, or all sources, counted by a group, most overdue first. A number is what choosing it in the
 * filters would leave: the other dimensions narrow it, its own and the standings do not.
 */
export function boardOf(filtered: FilteredSources, group: BoardGroup): BoardRow[] {
  const rows =
    group === 'clauses' ? clauseRows(filtered) : group === 'leads' ? leadRows(filtered) : sourceRows(filtered, group)
  return rows.sort(
    (a, b) => b.tally.overdue - a.tally.overdue || b.tally.failing - a.tally.failing || (a.key < b.key ? -1 : 1),
  )
}

/** Rows of a rule that are counted, each with how it stands. */
function eachCounted(
  { findings: { first }, covers }: AskedRule,
  status: Uint8Array,
  allows: (source: number) => boolean,
  take: (source: number, name: StatusName) => void,
): void {
  for (let row = 0; row < status.length; row++) {
    const source = first + row
    if (allows(source) && (status[row] !== STATUS.fine || covers(row))) take(source, STATUS_NAMES[status[row]!]!)
  }
}

function clauseRows(filtered: FilteredSources): BoardRow[] {
  const { evaluated, filters } = filtered
  const { rules } = evaluated.opened.pack
  const allows = allowing(filtered, 'requirements')
  const count = (asked: AskedRule, status: Uint8Array) => {
    const tally = nothing()
    eachCounted(asked, status, allows, (_, name) => tally[name]++)
    return tally
  }
  // A kind may have several files, and a rule then several tables.
  const byRule = grouped(askedRules(evaluated, filters, ['clauses', 'requirements']), ({ findings }) => findings.rule)
  const byClause = grouped(byRule, ([rule]) => rules[rule]!.clause)
  return [...byClause].flatMap(([clause, own]): BoardRow[] => {
    const requirements = own.map(([rule, asked]): BoardRequirement => {
      const { id, check } = rules[rule]!
      const items = itemsOf(check).map((item): BoardRequirement => {
        const tallies = asked.map((each) => count(each, statusOfItems(evaluated, each.findings, [item])))
        return { key: requirementKey(id, item), rule, item, tally: sum(tallies), items: [] }
      })
      const tally = sum(asked.map((each) => count(each, each.status)))
      return { key: requirementKey(id), rule, item: null, tally, items }
    })
    const counted = requirements.filter(({ tally }) => STATUS_NAMES.some((name) => tally[name] > 0))
    if (counted.length === 0) return []
    const missed = oldestMissed(
      filtered,
      own.flatMap(([, asked]) => asked),
      allows,
    )
    const tally = sum(counted.map((each) => each.tally))
    return [{ key: String(clause), tally, oldestMissed: missed, requirements: counted.sort((a, b) => a.rule - b.rule) }]
  })
}

/** The oldest deadline that was missed, among rows that are counted. */
function oldestMissed(
  { evaluated }: FilteredSources,
  asked: readonly AskedRule[],
  allows: (source: number) => boolean,
): IsoDay | null {
  let most = 0
  for (const { findings, status } of asked)
    for (let row = 0; row < status.length; row++)
      if (status[row] === STATUS.overdue && allows(findings.first + row)) most = Math.max(most, findings.at(row).days)
  return most === 0 ? null : formatDay(parseDay(evaluated.evaluation.asOf) - most)
}

/** Counts by a text; a line begins with its first count. */
function tallies() {
  const known = new Map<string, Counting>()
  return {
    add(key: string, name: StatusName) {
      const tally = known.get(key) ?? nothing()
      tally[name]++
      known.set(key, tally)
    },
    rows: () => [...known].map(([key, tally]): BoardRow => ({ key, tally, oldestMissed: null, requirements: [] })),
  }
}

function leadRows(filtered: FilteredSources): BoardRow[] {
  const { evaluated, filters } = filtered
  const { add, rows } = tallies()
  const allows = allowing(filtered, 'leads')
  for (const asked of askedRules(evaluated, filters, ['leads'])) {
    const { rule } = asked.findings
    eachCounted(asked, asked.status, allows, (source, name) => {
      for (const lead of leadsOfSource(evaluated.opened, rule, source)) add(lead, name)
    })
  }
  return rows()
}

function sourceRows({ evaluated, fails, standings }: FilteredSources, group: 'counties' | 'kinds'): BoardRow[] {
  const { sources } = evaluated.opened.inventory
  const { add, rows } = tallies()
  const own = failureOf(group) | FAILS_ASKED
  standings.forEach((bits, source) => {
    if (bits === 0 || (fails[source]! & ~own) !== 0) return
    const key = textAt(sources, group === 'counties' ? 'county' : 'kind', source)
    STATUS_NAMES.forEach((name, status) => {
      if (bits & (1 << status)) add(key, name)
    })
  })
  return rows()
}
