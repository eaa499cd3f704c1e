import { useTranslation } from 'react-i18next'
import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { STATUS_NAMES, type StatusName } from '@/domain/rules/status'
import { countyName } from '@/domain/sources/county'
import type { KindId } from '@/domain/sources/kinds/kind'
import { useAnswer } from '@/store/answers/use-answer'
import { useUnlisted } from '@/store/answers/use-unlisted'
import { useOpened } from '@/store/chentu'
import { keyOf, type SourceKey } from '@/store/view/view'
import { countyText } from '@/store/words/county'

/** Hits shown, and hits counted: a single letter may find thousands, of which only the beginning is requested. */
const MOST = 12
const MOST_COUNTED = 300

/** A source found by its name, with what tells it from others of the same name. */
export interface NameHit {
  readonly key: SourceKey
  readonly kind: KindId
  readonly name: string
  /** Name of the county, '' if unknown. */
  readonly county: string
  readonly position: Position | null
  /** Null for a source that a team registered and that is on no list yet: no rule has judged it. */
  readonly status: StatusName | null
}

export interface NameHits {
  readonly hits: readonly NameHit[]
  /** Number of sources found beyond those in `hits`; with `hasMore` at least so many. */
  readonly others: number
  readonly hasMore: boolean
}

/** Nearest first, those without a position last; in the given order if no place is known to measure from. */
function byDistance(hits: readonly NameHit[], from: Position | null): readonly NameHit[] {
  if (!from) return hits
  const metres = ({ position }: NameHit) => (position ? distanceMetres(from, position) : Number.POSITIVE_INFINITY)
  return hits
    .map((hit) => ({ hit, far: metres(hit) }))
    .sort((a, b) => (a.far === b.far ? 0 : a.far - b.far))
    .map(({ hit }) => hit)
}

/**
 * Sources of the data and sources registered by teams whose name, code or county contains the query, as written or in
 * pinyin; the registered ones first, since nothing else lists them, each group by distance; but whatever is called
 * exactly so comes before all. Null until the worker has answered.
 * @param from where the team is; null if unknown.
 */
export function useFoundByName(query: string, from: Position | null): NameHits | null {
  const { i18n, t } = useTranslation()
  const { dataset } = useOpened()
  const registered = useUnlisted().map(({ body: { target, position } }): NameHit => {
    const { kind, code, name } = target
    const county = countyText(t, dataset, position, i18n.language)
    return { key: { kind, code }, kind, name, county, position, status: null }
  })
  const found = useAnswer(
    async (worker) => {
      if (query === '') return { own: [], listed: [] }
      const entries = registered.map(({ name, county, key: { code } }) => ({ name, code, county }))
      const [own, listed] = await Promise.all([
        entries.length === 0 ? [] : worker.searchNames(entries, query),
        worker.searchSources(query, MOST_COUNTED),
      ])
      // The hits themselves, because the page's list may have changed when the answer is used.
      return { own: own.map((each) => registered[each]!), listed }
    },
    query,
    [registered.map(({ key: { code }, name }) => `${code} ${name}`).join()],
  )
  if (!found) return null
  const listed = found.listed.map((source): NameHit => {
    const county = source.county && countyName(dataset, source.county, i18n.language)
    return { ...source, key: keyOf(source), county, status: STATUS_NAMES[source.status]! }
  })
  const near = [...byDistance(found.own, from), ...byDistance(listed, from)]
  const isExact = ({ name, key: { code } }: NameHit) => name === query || code === query
  const all = [...near.filter(isExact), ...near.filter((hit) => !isExact(hit))]
  const hits = all.slice(0, MOST)
  return { hits, others: all.length - hits.length, hasMore: listed.length === MOST_COUNTED }
}
