import { STATUS, STATUS_NAMES } from '@/domain/rules/status'
import type { KindId } from '@/domain/sources/kinds/kind'
import { DIMENSIONS, type Dimension, type Facet, RING_SIDES } from '@/domain/sources/view/filters'
import { markFindings } from './clause-findings'
import { FAILS_NONE, type FilteredSources } from './filtered-sources'
import { leadMasks } from './leads'

/** How many sources each choice would leave, the other dimensions being as they are. */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>

/** Shown and overdue sources of each kind. */
export type KindCounts = ReadonlyMap<KindId, { readonly total: number; readonly overdue: number }>

/** How many sources each choice of a filter would leave, and what is shown of each kind. */
export interface ShownCounts {
  readonly facets: FacetCounts
  readonly byKind: KindCounts
}

/** What each further choice would leave, and what is shown of each kind. */
export const countShown = (filtered: FilteredSources): ShownCounts => ({
  facets: countFacets(filtered),
  byKind: countKinds(filtered),
})

function countFacets(filtered: FilteredSources): FacetCounts {
  const { evaluated, members } = filtered
  const { opened, status, findings } = evaluated
  const { rules } = opened.pack
  const clauses = [...new Set(rules.map(({ clause }) => clause))]
  const ofMask = (mask: Uint8Array, dimension: Dimension) =>
    countValues(filtered, mask, dimension, ['', 'found']).get('found') ?? 0
  return {
    kinds: countTexts(filtered, 'kind', 'kinds'),
    counties: countTexts(filtered, 'county', 'counties'),
    grades: countTexts(filtered, 'grade', 'grades'),
    statuses: countValues(filtered, status, 'statuses', STATUS_NAMES),
    ring: countValues(filtered, members, 'ring', RING_SIDES),
    leads: new Map([...leadMasks(evaluated)].map(([lead, mask]) => [lead, ofMask(mask, 'leads')])),
    clauses: new Map(
      clauses.map((clause) => {
        const found = new Uint8Array(status.length)
        markFindings(rules, findings, clause, found)
        return [String(clause), ofMask(found, 'clauses')]
      }),
    ),
  }
}

/** Counts the sources that fail at most this dimension, by a small number that each has; those whose number has no name are not. */
function countValues(
  { fails }: FilteredSources,
  values: ArrayLike<number>,
  dimension: Dimension,
  names: readonly string[],
): Map<string, number> {
  const own = DIMENSIONS.indexOf(dimension)
  const counts = new Uint32Array(names.length)
  for (let source = 0; source < fails.length; source++)
    if ((fails[source] === FAILS_NONE || fails[source] === own) && values[source]! < counts.length)
      counts[values[source]!]!++
  return new Map(names.map((name, i) => [name, counts[i]!]))
}

function countTexts(filtered: FilteredSources, name: string, dimension: Dimension): Map<string, number> {
  const column = filtered.evaluated.opened.inventory.sources.columns[name]
  return column?.type === 'text' ? countValues(filtered, column.codes, dimension, column.dictionary) : new Map()
}

function countKinds({ evaluated, order }: FilteredSources): KindCounts {
  const column = evaluated.opened.inventory.sources.columns.kind
  if (column?.type !== 'text') return new Map()
  const total = new Uint32Array(column.dictionary.length)
  const overdue = new Uint32Array(column.dictionary.length)
  for (const source of order) {
    total[column.codes[source]!]!++
    if (evaluated.status[source] === STATUS.overdue) overdue[column.codes[source]!]!++
  }
  return new Map(column.dictionary.map((kind, i) => [kind, { total: total[i]!, overdue: overdue[i]! }]))
}
