import { itemNames, requirementsOf } from '@/domain/rules/requirement'
import { STATE_NAMES, type StateName } from '@/domain/rules/status'
import type { ConditionTerm } from '@/domain/search/conditions'
import { type Filters, NO_FILTERS } from '@/domain/sources/view/filters'
import { countFilteredSources, type FilteredSources } from '@/questions/filtered-sources'
import { memoOf } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'

/** The facets that a query can combine. */
const CONDITION_FACETS = ['requirements', 'kinds', 'statuses', 'counties'] as const
type ConditionFacet = (typeof CONDITION_FACETS)[number]

/** Names of each standing that users may type, in all languages. */
export type StandingNames = Readonly<Record<StateName, readonly string[]>>

/** Conditions that a query combines. */
export interface FoundConditions {
  /** In the order typed; requirements and kinds by their keys. */
  readonly conditions: readonly { readonly facet: ConditionFacet; readonly key: string }[]
  readonly filters: Filters
  /** Number of sources that these filters leave. */
  readonly total: number
}

interface Term extends ConditionTerm {
  readonly facet: ConditionFacet
  readonly key: string
}

/** Requirements, kinds and counties of a package with all their names. */
const packageTerms = memoOf(({ pack }: OpenedPackage): readonly Term[] => [
  ...requirementsOf(pack.rules).map(({ key, rule, item }): Term => {
    const { zh, en } = pack.rules[rule]!.title
    const texts = item === null ? [zh, en] : ['zh-CN', 'en'].flatMap((each) => itemNames(pack, rule, [item], each))
    return { facet: 'requirements', key, texts }
  }),
  ...pack.kinds.map(
    ({ id, title, words }): Term => ({ facet: 'kinds', key: id, texts: [title.zh, title.en, ...words] }),
  ),
  ...pack.counties.map(
    ({ code, name, nameEn, aliases }): Term => ({
      facet: 'counties',
      key: code,
      texts: [name, nameEn, ...aliases],
    }),
  ),
])

/** Combinations for which sources are counted, so that the larger of equal fits comes first. */
const MAX_COUNTED = 24

/** A combination that fits worse than the best by more than this is dropped. */
const MAX_WORSE = 1

/**
 * The conditions that a query stands for: 围挡 秦都 a requirement in a county, 堆场 渭城 a kind in a county, 逾期 兴平 a standing
 * in a county. A single condition is offered only for a kind or a standing; single counties and requirements have
 * their own place in the search results.
 */
export async function searchConditions(
  { evaluated, members }: FilteredSources,
  query: string,
  standings: StandingNames,
  count: number,
): Promise<FoundConditions[]> {
  const { indexConditions } = await import('@/domain/search/conditions')
  const { spellText } = await import('./spelling')
  const terms: Term[] = [
    ...packageTerms(evaluated.opened),
    ...STATE_NAMES.map((name): Term => ({ facet: 'statuses', key: name, texts: standings[name] })),
  ]
  const combinations = indexConditions(terms, spellText).search(query, MAX_COUNTED)
  const found = combinations
    .filter(({ fit }) => fit >= combinations[0]!.fit - MAX_WORSE)
    .map(({ terms: numbers, fit }) => ({ found: numbers.map((term) => terms[term]!), fit }))
    .filter(({ found }) => found.length > 1 || found.some(({ facet }) => facet === 'kinds' || facet === 'statuses'))
    .map(({ found, fit }) => {
      const chosen = Object.fromEntries(found.map(({ facet, key }) => [facet, [key]]))
      const filters: Filters = { ...NO_FILTERS, ...chosen }
      const conditions = found.map(({ facet, key }) => ({ facet, key }))
      return { fit, conditions, filters, total: countFilteredSources(evaluated, members, filters) }
    })
    .sort((one, other) => other.fit - one.fit || other.total - one.total)
  // Empty results are shown only if there are no others.
  const some = found.filter(({ total }) => total > 0)
  return (some.length > 0 ? some : found)
    .slice(0, count)
    .map(({ conditions, filters, total }) => ({ conditions, filters, total }))
}
