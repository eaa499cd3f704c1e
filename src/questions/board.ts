import { STATUS, STATUS_NAMES, type StatusName } from '@/domain/rules/status'
import type { Facet } from '@/domain/sources/view/filters'
import { textAt } from '@/domain/table/column'
import { allowing, type FilteredSources } from './filtered-sources'
import { leadsOfSource } from './leads'

/** What the board can be grouped by. */
export const BOARD_GROUPS = ['clauses', 'counties', 'leads', 'kinds'] as const satisfies readonly Facet[]
export type BoardGroup = (typeof BOARD_GROUPS)[number]

/** How often a requirement is met, missed, or not known: one count for each source that a rule is about. */
export type Tally = Readonly<Record<StatusName, number>>

/** One line of the board. */
export interface BoardRow {
  /** Clause number, county code, department or kind. */
  readonly key: string
  readonly tally: Tally
}

/**
 * The requirements of all rules, source by source, counted by a group, most overdue first. A line shows what choosing it
 * in the filters would leave: the other dimensions narrow it, its own does not.
 */
export function boardOf(filtered: FilteredSources, group: BoardGroup): BoardRow[] {
  const { opened, findings } = filtered.evaluated
  const { sources } = opened.inventory
  const allows = allowing(filtered, group)
  const tallies = new Map<string, Record<StatusName, number>>()
  const count = (key: string, name: StatusName) => {
    const tally = tallies.get(key) ?? { fine: 0, due: 0, unknown: 0, failing: 0, overdue: 0 }
    tally[name]++
    tallies.set(key, tally)
  }
  for (const { rule, first, status, covers } of findings) {
    const clause = String(opened.pack.rules[rule]!.clause)
    for (let row = 0; row < status.length; row++) {
      const source = first + row
      if (!allows(source) || (status[row] === STATUS.fine && !covers(row))) continue
      const name = STATUS_NAMES[status[row]!]!
      if (group === 'clauses') count(clause, name)
      else if (group === 'counties') count(textAt(sources, 'county', source), name)
      else if (group === 'kinds') count(textAt(sources, 'kind', source), name)
      else for (const lead of leadsOfSource(opened, rule, source)) count(lead, name)
    }
  }
  return [...tallies]
    .map(([key, tally]) => ({ key, tally }))
    .sort((a, b) => b.tally.overdue - a.tally.overdue || b.tally.failing - a.tally.failing || (a.key < b.key ? -1 : 1))
}
