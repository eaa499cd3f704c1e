import type { StatusName } from '@/domain/rules/status'
import type { CaseOpened } from '@/ledger/case-bodies'
import { isOwnSite } from './own-site'

const FINE: StatusName = 'fine'

/**
 * Indexes of the likely sources preselected for checking: the case's own site, and at most `most` others that are not
 * known to meet all requirements, in list order, which is by likelihood.
 */
export function preselectedSources(opened: Pick<CaseOpened, 'likely' | 'target'>, most: number): ReadonlySet<number> {
  const places = opened.likely.map((_, place) => place)
  const isOwn = (place: number) => isOwnSite(opened, opened.likely[place]!)
  const isSuspect = (place: number) => !isOwn(place) && opened.likely[place]!.standing !== FINE
  return new Set([...places.filter(isOwn), ...places.filter(isSuspect).slice(0, most)])
}
