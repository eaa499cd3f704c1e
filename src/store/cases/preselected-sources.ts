import type { CaseOpened } from '@/ledger/case-bodies'
import { isOwnSite } from './own-site'

/**
 * Indexes of the likely sources preselected for checking: the case's own site, and at most `most` others, in list
 * order, which is by likelihood.
 */
export function preselectedSources(opened: Pick<CaseOpened, 'likely' | 'target'>, most: number): ReadonlySet<number> {
  const places = opened.likely.map((_, place) => place)
  const isOwn = (place: number) => isOwnSite(opened, opened.likely[place]!)
  return new Set([...places.filter(isOwn), ...places.filter((place) => !isOwn(place)).slice(0, most)])
}
