import type { CaseOpened } from '@/ledger/case-bodies'
import { isOwnSite } from './own-site'

/** Standings of sources that break what is asked of them: a team looks at these first. */
const BROKEN: ReadonlySet<string> = new Set(['failing', 'overdue'])

/**
 * Which likely sources a team is to check unless a person says otherwise, by their places: the case's own site, and the likeliest
 * others that break a requirement, `most` at most.
 */
export function tickedFirst(of: Pick<CaseOpened, 'likely' | 'target'>, most: number): ReadonlySet<number> {
  const places = of.likely.map((_, place) => place)
  const isOwn = (place: number) => isOwnSite(of, of.likely[place]!)
  const broken = places.filter((place) => !isOwn(place) && BROKEN.has(of.likely[place]!.standing))
  return new Set([...places.filter(isOwn), ...broken.slice(0, most)])
}
