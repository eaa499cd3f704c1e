import type { RuleFindings } from '@/domain/rules/findings'
import type { KindTable } from '@/domain/rules/kind-table'
import type { Rule } from '@/domain/rules/rule'
import { STATUS, STATUS_NAMES } from '@/domain/rules/status'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { AreaStep } from '@/domain/sources/view/area'
import { compileTest } from '@/domain/sources/view/column-test'
import { DIMENSIONS, type Dimension, type Facet, type Filters } from '@/domain/sources/view/filters'
import { type Table, textOf } from '@/domain/table/column'

/** How many sources each choice would leave, the other dimensions being as they are. */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>

/** The sources that the filters leave. */
export interface Shown {
  /** 1 for each that is left. */
  readonly mask: Uint8Array
  /** Their numbers, worst first. */
  readonly order: Uint32Array
  readonly total: number
}

/** Shown and overdue sources of each kind. */
export type KindCounts = ReadonlyMap<KindId, { readonly total: number; readonly overdue: number }>

/** What the filters look at. */
export interface Filtered {
  readonly sources: Table
  readonly rules: readonly Rule[]
  readonly findings: readonly RuleFindings[]
  readonly status: Uint8Array
  /** All sources, worst first. */
  readonly order: Uint32Array
  /** 1 for each source in the ring. */
  readonly members: Uint8Array
  readonly kinds: readonly KindTable[]
  /** Who leads what a rule asks of a source. */
  leadsOf(rule: number, source: number): readonly string[]
  /** 1 for each source that the steps select. */
  select(steps: readonly AreaStep[]): Uint8Array
}

const NONE = -1
const SEVERAL = -2

/** Sources narrowed by filters: which are left at once, and what each further choice would leave when asked. */
export class SourceFilter {
  /** The one dimension that a row fails, NONE, or SEVERAL: a choice counts the rows that fail at most its own dimension. */
  private readonly fails: Int8Array
  readonly shown: Shown

  constructor(
    readonly of: Filtered,
    filters: Filters,
  ) {
    const { length } = of.sources
    this.fails = new Int8Array(length).fill(NONE)
    DIMENSIONS.forEach((dimension, number) => {
      const pass = this.pass(dimension, filters)
      if (!pass) return
      for (let row = 0; row < length; row++) {
        if (!pass(row)) this.fails[row] = this.fails[row] === NONE ? number : SEVERAL
      }
    })
    const mask = new Uint8Array(length)
    let total = 0
    for (let row = 0; row < length; row++) {
      if (this.fails[row] !== NONE) continue
      mask[row] = 1
      total++
    }
    const order = new Uint32Array(total)
    let at = 0
    for (const row of of.order) if (mask[row] === 1) order[at++] = row
    this.shown = { mask, order, total }
  }

  /** The test of a dimension, or null where it does not narrow. */
  private pass(dimension: Dimension, filters: Filters): ((row: number) => boolean) | null {
    if (filters[dimension].length === 0) return null
    const { sources, status, members } = this.of
    const byText = (name: string, wanted: readonly string[]) => {
      const column = sources.columns[name]
      if (column?.type !== 'text') return (row: number) => wanted.includes(textOf(column, row))
      const { codes } = column
      const allowed = Uint8Array.from(column.dictionary, (text) => (wanted.includes(text) ? 1 : 0))
      return (row: number) => allowed[codes[row]!] === 1
    }
    switch (dimension) {
      case 'kinds':
        return byText('kind', filters.kinds)
      case 'counties':
        return byText('county', filters.counties)
      case 'grades':
        return byText('grade', filters.grades)
      case 'statuses': {
        const wanted = STATUS_NAMES.map((name) => filters.statuses.includes(name))
        return (row) => wanted[status[row]!]!
      }
      case 'clauses': {
        const found = new Uint8Array(sources.length)
        for (const clause of filters.clauses) markFindings(this.of, clause, found)
        return (row) => found[row] === 1
      }
      case 'ring': {
        if (filters.ring.length !== 1) return null
        const wanted = filters.ring[0] === 'inside' ? 1 : 0
        return (row) => members[row] === wanted
      }
      case 'leads': {
        const masks = leadMasks(this.of)
        const chosen = filters.leads.map((lead) => masks.get(lead))
        return (row) => chosen.some((mask) => mask?.[row] === 1)
      }
      case 'columns': {
        const passed = new Uint8Array(sources.length)
        for (const { first, table } of this.of.kinds) {
          const tests = filters.columns.map((test) => compileTest(test, table.columns[test.column]))
          for (let row = 0; row < table.length; row++) passed[first + row] = tests.every((test) => test(row)) ? 1 : 0
        }
        return (row) => passed[row] === 1
      }
      case 'area': {
        const selected = this.of.select(filters.area)
        return (row) => selected[row] === 1
      }
    }
  }

  /** Whether a source is left, or would be by another choice in one dimension. */
  allowing(dimension: Dimension): (source: number) => boolean {
    const own = DIMENSIONS.indexOf(dimension)
    const { fails } = this
    return (source) => fails[source] === NONE || fails[source] === own
  }

  /** What every choice would leave. */
  facets(): FacetCounts {
    const { sources, status, members, rules } = this.of
    const clauses = [...new Set(rules.map(({ clause }) => clause))]
    return {
      kinds: this.countTexts('kind', 'kinds'),
      counties: this.countTexts('county', 'counties'),
      grades: this.countTexts('grade', 'grades'),
      statuses: this.countValues(status, 'statuses', STATUS_NAMES),
      ring: this.countValues(members, 'ring', ['outside', 'inside']),
      leads: this.countLeads(),
      clauses: new Map(
        clauses.map((clause) => {
          const found = new Uint8Array(sources.length)
          markFindings(this.of, clause, found)
          return [String(clause), this.countValues(found, 'clauses', ['', 'found']).get('found') ?? 0]
        }),
      ),
    }
  }

  /** Counts the rows that fail at most this dimension, by a small number that each has. */
  private countValues(values: ArrayLike<number>, dimension: Dimension, names: readonly string[]): Map<string, number> {
    const own = DIMENSIONS.indexOf(dimension)
    const counts = new Uint32Array(names.length)
    const { fails } = this
    for (let row = 0; row < fails.length; row++) {
      if (fails[row] === NONE || fails[row] === own) counts[values[row]!]!++
    }
    return new Map(names.map((name, i) => [name, counts[i]!]))
  }

  private countLeads(): Map<string, number> {
    const count = (mask: Uint8Array) => this.countValues(mask, 'leads', ['', 'found']).get('found') ?? 0
    return new Map([...leadMasks(this.of)].map(([lead, mask]) => [lead, count(mask)]))
  }

  private countTexts(name: string, dimension: Dimension): Map<string, number> {
    const column = this.of.sources.columns[name]
    return column?.type === 'text' ? this.countValues(column.codes, dimension, column.dictionary) : new Map()
  }

  /** What is shown of each kind. */
  byKind(): KindCounts {
    const column = this.of.sources.columns.kind
    if (column?.type !== 'text') return new Map()
    const total = new Uint32Array(column.dictionary.length)
    const overdue = new Uint32Array(column.dictionary.length)
    for (const row of this.shown.order) {
      total[column.codes[row]!]!++
      if (this.of.status[row] === STATUS.overdue) overdue[column.codes[row]!]!++
    }
    return new Map(column.dictionary.map((kind, i) => [kind as KindId, { total: total[i]!, overdue: overdue[i]! }]))
  }
}

/** For each department, 1 for each source with a finding that it leads. */
function leadMasks({ sources, rules, findings, leadsOf }: Filtered): Map<string, Uint8Array> {
  const masks = new Map<string, Uint8Array>()
  const maskOf = (lead: string) => {
    const mask = masks.get(lead) ?? new Uint8Array(sources.length)
    masks.set(lead, mask)
    return mask
  }
  for (const { rule, first, status } of findings) {
    // Most rules name their departments; only for the others is each row asked.
    const named = rules[rule]!.lead.map(maskOf)
    for (let row = 0; row < status.length; row++) {
      if (status[row] === STATUS.fine) continue
      if (named.length > 0) for (const mask of named) mask[first + row] = 1
      else for (const lead of leadsOf(rule, first + row)) maskOf(lead)[first + row] = 1
    }
  }
  return masks
}

/** Marks the sources with a finding of a clause. */
function markFindings({ rules, findings }: Filtered, clause: number, found: Uint8Array): void {
  for (const { rule, first, status } of findings) {
    if (rules[rule]!.clause !== clause) continue
    for (let row = 0; row < status.length; row++) if (status[row] !== STATUS.fine) found[first + row] = 1
  }
}

/** Findings of a clause by standing. */
export interface ClauseCounts {
  readonly overdue: number
  readonly failing: number
  readonly unknown: number
}

/** How many findings each clause has. */
export function countByClause(rules: readonly Rule[], findings: readonly RuleFindings[]): Map<number, ClauseCounts> {
  const counts = new Map<number, { overdue: number; failing: number; unknown: number }>()
  for (const { rule, status } of findings) {
    const { clause } = rules[rule]!
    const sum = counts.get(clause) ?? { overdue: 0, failing: 0, unknown: 0 }
    for (const standing of status) {
      if (standing === STATUS.overdue) sum.overdue++
      else if (standing === STATUS.failing) sum.failing++
      else if (standing === STATUS.unknown) sum.unknown++
    }
    counts.set(clause, sum)
  }
  return counts
}
