import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import type { SourceRef } from '@/ledger/references'
import { targetKey } from '@/ledger/shared-code'
import { useLedger } from '@/store/ledger'
import { useAnswer } from './use-answer'

/** Most sites are known by one point; the centre of a large site is rarely farther from its gate. */
const NEAR_METRES = 100
/** Numbers of sources to examine and to list. */
const MOST = 40
const NAMED = 3

/** An existing source that may be the same as a found one. */
export interface SameNear {
  readonly target: SourceRef
  readonly metres: number
  /** Whether a team found it and it is on no list. */
  readonly isFound: boolean
  /** Whether it is of the same kind as the found one. */
  readonly isOfKind: boolean
}

/**
 * The sources within 100 m of a position, both listed and found ones: same kind first, then others, since two teams may
 * assign a place to different kinds; each group nearest first. Empty until the worker has answered.
 */
export function useSameNear(
  { kind, code }: Pick<SourceRef, 'kind' | 'code'>,
  position: Position | null,
): readonly SameNear[] {
  const state = useLedger((all) => all.state)
  const [lon, lat] = position ?? []
  const listed = useAnswer(async (worker) => (position ? worker.nearestSources(position, MOST, NEAR_METRES) : []), '', [
    lon,
    lat,
  ])
  if (!position || !listed) return []
  const known = listed.map((source) => ({ target: source, metres: source.metres, isFound: false }))
  const found = [...state.values()].flatMap(({ found }) => {
    if (!found) return []
    const { target, position: at } = found.body
    return [{ target, metres: distanceMetres(position, at), isFound: true }]
  })
  // A found source that is listed by now appears once.
  const all = [...new Map([...found, ...known].map((each) => [targetKey(each.target), each])).values()]
  return all
    .filter(({ target, metres }) => target.code !== code && metres <= NEAR_METRES)
    .map((each): SameNear => ({ ...each, isOfKind: each.target.kind === kind }))
    .sort((a, b) => Number(b.isOfKind) - Number(a.isOfKind) || a.metres - b.metres)
    .slice(0, NAMED)
}
