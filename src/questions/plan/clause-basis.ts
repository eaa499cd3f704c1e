import { grouped } from '@/domain/grouped'
import type { Measure } from '@/domain/rules/clause'
import { type Measured, measure, measuredKinds, measuredRows } from '@/domain/rules/measure'
import { requirementKey } from '@/domain/rules/requirement'
import { isAdvisory, type Rule } from '@/domain/rules/rule'
import { withPredecessors } from '@/domain/rules/rule-change'
import type { Tally } from '@/domain/rules/tally'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import type { FilteredSources } from '@/questions/filtered-sources'
import { tallyOf } from './rule-tally'
import { measureBase } from './target-values'

/** The rows of one kind that a clause is about. */
export interface ClauseSources {
  readonly kind: KindId
  /** Distinct rows that a requirement, a target or a figure of the clause is about. */
  readonly about: number
  /** All rows of the kind; 0 if the package has no table of it yet. */
  readonly of: number
  readonly dataClasses: readonly DataClass[]
}

/** How one clause stands, and the data behind it. Filters do not narrow it. */
export interface ClauseBasis {
  readonly clause: number
  readonly requirements: readonly { readonly key: string; readonly rule: number; readonly tally: Tally }[]
  readonly sources: readonly ClauseSources[]
  /** Values of the clause's figures, in their order; null if there is no data for one. */
  readonly figures: readonly (Measured | null)[]
}

/** How all clauses of the plan stand. */
export function clauseBases(filtered: Pick<FilteredSources, 'evaluated' | 'members'>): ClauseBasis[] {
  const { evaluated } = filtered
  const { pack } = evaluated.opened
  const base = measureBase(filtered)
  return pack.clauses.map(({ number, targets, figures = [] }): ClauseBasis => {
    const measures = [...targets, ...figures].flatMap(({ measure: what }) => what ?? [])
    const about = sourcesAbout(evaluated, number, measures)
    return {
      clause: number,
      requirements: requirementsOf(evaluated, number),
      sources: [...about].map(([kind, sources]) => sourcesOf(evaluated, kind, sources.size)),
      figures: figures.map((figure) => measure(figure.measure, base)),
    }
  })
}

/** The requirements of a clause with their tallies. */
function requirementsOf(evaluated: EvaluatedPackage, clause: number): ClauseBasis['requirements'] {
  const { rules } = evaluated.opened.pack
  const ofClause = evaluated.findings.filter(({ rule }) => rules[rule]!.clause === clause)
  // A kind may have several files, so a rule may have several tables.
  return [...grouped(ofClause, ({ rule }) => rule)]
    .sort(([one], [other]) => one - other)
    .map(([rule, findings]) => ({
      key: requirementKey(rules[rule]!.id),
      rule,
      tally: tallyOf(evaluated, findings),
    }))
}

/**
 * Source numbers by kind that a requirement or a measure of a clause is about. The set is empty for a kind that is
 * asked for but has no table, or whose requirements are not in force. Kinds that the package does not declare are
 * left out: they can have no table.
 */
function sourcesAbout(
  evaluated: EvaluatedPackage,
  clause: number,
  measures: readonly Measure[],
): ReadonlyMap<KindId, ReadonlySet<number>> {
  const { opened, findings } = evaluated
  const { rules, kinds } = opened.pack
  const about = new Map<KindId, Set<number>>()
  function add(kind: KindId, first = 0, rows: Iterable<number> = []) {
    const known = about.get(kind) ?? new Set()
    for (const row of rows) known.add(first + row)
    about.set(kind, known)
  }
  const measured = measures.flatMap((what) => (what.of === 'passing' ? withPredecessors(rules, what.rule) : []))
  const isAsked = (rule: Rule) => !isAdvisory(rule) && (rule.clause === clause || measured.includes(rule.id))
  for (const rule of rules) if (isAsked(rule)) add(rule.kind)
  for (const { rule: number, first, status, covers } of findings) {
    const rule = rules[number]!
    if (isAsked(rule)) add(rule.kind, first, [...status.keys()].filter(covers))
  }
  for (const what of measures)
    for (const { id } of measuredKinds(what, kinds)) {
      add(id)
      for (const { first, table } of tablesOf(evaluated, id)) add(id, first, measuredRows(what, table))
    }
  return about
}

const tablesOf = ({ tables }: EvaluatedPackage, kind: KindId) => tables.filter((each) => each.kind === kind)

function sourcesOf(evaluated: EvaluatedPackage, kind: KindId, about: number): ClauseSources {
  const { provenance } = evaluated.opened.pack
  return {
    kind,
    about,
    of: tablesOf(evaluated, kind).reduce((sum, { table }) => sum + table.length, 0),
    dataClasses: [...new Set(provenance.filter(({ role }) => role === kind).map(({ dataClass }) => dataClass))],
  }
}
