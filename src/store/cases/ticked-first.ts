import type { CaseOpened } from '@/ledger/case-bodies'
import { isOwnSite } from './own-site'

/**
 * Which likely sources a team is to check unless a person says otherwise, by their places: the case's own site, and the likeliest
 * others, which come first in the list, `most` at most.
 */
export function tickedFirst(of: Pick<CaseOpened, 'likely' | 'target'>, most: number): ReadonlySet<number> {
  const places = of.likely.map((_, place) => place)
  const isOwn = (place: number) => isOwnSite(of, of.likely[place]!)
  return new Set([...places.filter(isOwn), ...places.filter((place) => !isOwn(place)).slice(0, most)])
}
