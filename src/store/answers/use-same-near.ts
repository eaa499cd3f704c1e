import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { targetKey } from '@/ledger/fold'
import type { SourceRef } from '@/ledger/references'
import { useLedger } from '@/store/ledger'
import { useAnswer } from './use-answer'

/** Of most sites a point is known; the middle of a large one is rarely farther from its gate. */
const NEAR_METRES = 100
/** So many are looked at, and so many are named. */
const MOST = 40
const NAMED = 3

/** A source that may be the same as one that was found. */
export interface SameNear {
  readonly target: SourceRef
  readonly metres: number
  /** Whether a team found it and no list has it. */
  readonly isFound: boolean
  /** Whether it is of the kind that the found one is of. */
  readonly isOfKind: boolean
}

/**
 * The sources within 100 m of a place, of the package and found ones, those of one kind first and then of others, since two teams may
 * take one place for different kinds; of each the nearest first. None before the worker has answered.
 */
export function useSameNear(
  { kind, code }: Pick<SourceRef, 'kind' | 'code'>,
  position: Position | null,
): readonly SameNear[] {
  const state = useLedger((all) => all.state)
  const [lon, lat] = position ?? []
  const listed = useAnswer(async (worker) => (position ? worker.nearest(position, MOST, NEAR_METRES) : []), '', [
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
  // One that is listed by now is named once.
  const all = [...new Map([...found, ...known].map((each) => [targetKey(each.target), each])).values()]
  return all
    .filter(({ target, metres }) => target.code !== code && metres <= NEAR_METRES)
    .map((each): SameNear => ({ ...each, isOfKind: each.target.kind === kind }))
    .sort((a, b) => Number(b.isOfKind) - Number(a.isOfKind) || a.metres - b.metres)
    .slice(0, NAMED)
}
