import { type Measured, measure } from '@/domain/rules/measure'
import { requirementKey } from '@/domain/rules/requirement'
import { STATUS, STATUS_NAMES, type StatusName } from '@/domain/rules/status'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { Tally } from './board'
import type { EvaluatedPackage } from './evaluated-package'
import type { FilteredSources } from './filtered-sources'
import { measureBase } from './target-values'

/** The rows of one kind that a clause stands on. */
export interface ClauseSources {
  readonly kind: KindId
  /** Those that a requirement or a figure of the clause is about. */
  readonly about: number
  /** All of the kind; 0 where the package has no table of it yet. */
  readonly of: number
  readonly dataClasses: readonly DataClass[]
}

/** How one clause stands, and on what that rests. Filters do not narrow it. */
export interface ClauseBasis {
  readonly clause: number
  readonly requirements: readonly { readonly key: string; readonly rule: number; readonly tally: Tally }[]
  readonly sources: readonly ClauseSources[]
  /** Values of the clause's figures, in their order; null where the data has nothing for one. */
  readonly figures: readonly (Measured | null)[]
}

/** How all clauses of the plan stand. */
export function clauseBases(filtered: Pick<FilteredSources, 'evaluated' | 'members'>): ClauseBasis[] {
  const { evaluated } = filtered
  const { pack } = evaluated.opened
  const base = measureBase(filtered)
  return pack.clauses.map(({ number, targets, figures = [] }): ClauseBasis => {
    const about = new Map<KindId, Set<number>>()
    const requirements = requirementsOf(evaluated, number, about)
    for (const { measure: what } of [...targets, ...figures])
      if (what && 'kind' in what && !about.has(what.kind)) about.set(what.kind, rowsOf(evaluated, what.kind))
    return {
      clause: number,
      requirements,
      sources: [...about].map(([kind, rows]) => sourcesOf(evaluated, kind, rows.size)),
      figures: figures.map((figure) => measure(figure.measure, base)),
    }
  })
}

/** The requirements of a clause with their tallies; notes in `about` the sources of each kind that they are about. */
function requirementsOf(
  { opened, findings }: EvaluatedPackage,
  clause: number,
  about: Map<KindId, Set<number>>,
): ClauseBasis['requirements'] {
  const tallies = new Map<number, Record<StatusName, number>>()
  for (const { rule, first, status, covers } of findings) {
    const { clause: own, kind } = opened.pack.rules[rule]!
    if (own !== clause) continue
    const tally = tallies.get(rule) ?? { fine: 0, due: 0, unknown: 0, failing: 0, overdue: 0 }
    const rows = about.get(kind) ?? new Set<number>()
    status.forEach((standing, row) => {
      if (standing === STATUS.fine && !covers(row)) return
      tally[STATUS_NAMES[standing]!]++
      rows.add(first + row)
    })
    tallies.set(rule, tally)
    about.set(kind, rows)
  }
  // A kind without a table has no findings: the clause still asks for it.
  for (const { clause: own, kind, advisory } of opened.pack.rules)
    if (own === clause && advisory !== true && !about.has(kind)) about.set(kind, new Set())
  return [...tallies]
    .sort(([one], [other]) => one - other)
    .map(([rule, tally]) => ({ key: requirementKey(opened.pack.rules[rule]!.id), rule, tally }))
}

const tablesOf = ({ tables }: EvaluatedPackage, kind: KindId) => tables.filter((each) => each.kind === kind)

const rowsOf = (evaluated: EvaluatedPackage, kind: KindId) =>
  new Set(
    tablesOf(evaluated, kind).flatMap(({ first, table }) =>
      Array.from({ length: table.length }, (_, row) => first + row),
    ),
  )

function sourcesOf(evaluated: EvaluatedPackage, kind: KindId, about: number): ClauseSources {
  const { provenance } = evaluated.opened.pack
  return {
    kind,
    about,
    of: tablesOf(evaluated, kind).reduce((sum, { table }) => sum + table.length, 0),
    dataClasses: [...new Set(provenance.filter(({ role }) => role === kind).map(({ dataClass }) => dataClass))],
  }
}
