import { STATUS, STATUS_NAMES } from '@/domain/rules/status'
import type { SourceKind } from '@/domain/sources/schema'
import type { Table, TextColumn } from '@/domain/table/column'
import type { Dataset, Judgement, RingState } from '@/workers/session'
import type { Filters } from './view'

/** The ways in which sources can be narrowed. */
const DIMENSIONS = ['kinds', 'counties', 'clauses', 'grades', 'statuses', 'ring'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** How many sources each choice would leave, the other dimensions being as they are. */
export type FacetCounts = Readonly<Record<Dimension, ReadonlyMap<string, number>>>

/** The sources that the filters leave. */
export interface Shown {
  readonly mask: Uint8Array
  /** Their numbers, worst first. */
  readonly order: Uint32Array
  readonly total: number
  readonly facets: FacetCounts
  /** Shown and overdue sources of each kind. */
  readonly byKind: ReadonlyMap<SourceKind, { readonly total: number; readonly overdue: number }>
}

type Pass = (row: number) => boolean

const always: Pass = () => true

function textPass(table: Table, name: string, wanted: readonly string[]): Pass {
  if (wanted.length === 0) return always
  const { codes, dictionary } = table.columns[name] as TextColumn
  const allowed = dictionary.map((text) => wanted.includes(text))
  return (row) => allowed[codes[row]!]!
}

/** The clauses of which each source has a finding. */
function clausesOf(dataset: Dataset, judgement: Judgement): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>()
  const { findings } = judgement
  for (let i = 0; i < findings.length; i++) {
    const clause = dataset.rules[findings.rule[i]!]!.clause
    const sources = found.get(clause) ?? new Set()
    found.set(clause, sources.add(findings.source[i]!))
  }
  return found
}

/** Applies the filters and counts every choice. One pass over the sources; no object for each row. */
export function shownSources(dataset: Dataset, judgement: Judgement, ring: RingState, filters: Filters): Shown {
  const { sources } = dataset
  const byClause = clausesOf(dataset, judgement)
  const chosenClauses = filters.clauses.map((clause) => byClause.get(clause) ?? new Set<number>())
  const statuses = new Set<number>(filters.statuses.map((name) => STATUS[name]))
  const passes: Record<Dimension, Pass> = {
    kinds: textPass(sources, 'kind', filters.kinds),
    counties: textPass(sources, 'county', filters.counties),
    grades: textPass(sources, 'grade', filters.grades),
    clauses: chosenClauses.length === 0 ? always : (row) => chosenClauses.some((found) => found.has(row)),
    statuses: statuses.size === 0 ? always : (row) => statuses.has(judgement.status[row]!),
    ring: filters.ring.length !== 1 ? always : (row) => (ring.members[row] === 1) === (filters.ring[0] === 'inside'),
  }
  const tests = DIMENSIONS.map((dimension) => passes[dimension])
  const mask = new Uint8Array(sources.length)
  // The one dimension that a row fails, NONE, or SEVERAL: a choice counts the rows that fail at most its own dimension.
  const [NONE, SEVERAL] = [-1, -2]
  const fails = new Int8Array(sources.length)
  for (let row = 0; row < sources.length; row++) {
    let failed = NONE
    for (let d = 0; d < tests.length && failed !== SEVERAL; d++) {
      if (!tests[d]!(row)) failed = failed === NONE ? d : SEVERAL
    }
    fails[row] = failed
    mask[row] = failed === NONE ? 1 : 0
  }
  const counted = (dimension: Dimension): Pass => {
    const own = DIMENSIONS.indexOf(dimension)
    return (row) => fails[row] === NONE || fails[row] === own
  }
  const order = judgement.order.filter((row) => mask[row] === 1)
  return {
    mask,
    order,
    total: order.length,
    facets: {
      kinds: countTexts(sources, 'kind', counted('kinds')),
      counties: countTexts(sources, 'county', counted('counties')),
      grades: countTexts(sources, 'grade', counted('grades')),
      clauses: new Map(
        [...byClause].map(([clause, rows]) => [String(clause), [...rows].filter(counted('clauses')).length]),
      ),
      statuses: countBy(sources.length, counted('statuses'), (row) => STATUS_NAMES[judgement.status[row]!]!),
      ring: countBy(sources.length, counted('ring'), (row) => (ring.members[row] === 1 ? 'inside' : 'outside')),
    },
    byKind: countKinds(sources, mask, judgement.status),
  }
}

function countTexts(table: Table, name: string, pass: Pass): Map<string, number> {
  const { codes, dictionary } = table.columns[name] as TextColumn
  const counts = new Uint32Array(dictionary.length)
  for (let row = 0; row < table.length; row++) if (pass(row)) counts[codes[row]!]!++
  return new Map(dictionary.map((text, code) => [text, counts[code]!]))
}

function countBy<K extends string>(length: number, pass: Pass, key: (row: number) => K): Map<K, number> {
  const counts = new Map<K, number>()
  for (let row = 0; row < length; row++) if (pass(row)) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1)
  return counts
}

function countKinds(sources: Table, mask: Uint8Array, status: Uint8Array): Shown['byKind'] {
  const having = (test: Pass) => countTexts(sources, 'kind', (row) => mask[row] === 1 && test(row))
  const overdue = having((row) => status[row] === STATUS.overdue)
  const total = having(always)
  return new Map([...total].map(([kind, count]) => [kind as SourceKind, { total: count, overdue: overdue.get(kind)! }]))
}

/** Ring members by the value of a column, of one kind: enterprises by grade. */
export function membersByGrade(dataset: Dataset, ring: RingState, kind: SourceKind): Map<string, number> {
  const kinds = dataset.sources.columns.kind as TextColumn
  const code = kinds.dictionary.indexOf(kind)
  return countTexts(dataset.sources, 'grade', (row) => ring.members[row] === 1 && kinds.codes[row] === code)
}
