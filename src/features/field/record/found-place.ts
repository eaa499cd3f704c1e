import type { i18n as I18n, TFunction } from 'i18next'
import type { Fix } from '@/domain/field/fix'
import { meanFix } from '@/domain/field/mean-fix'
import type { Position } from '@/domain/geodesy/position'
import { ringMiddle } from '@/domain/geodesy/ring-middle'
import type { Kind } from '@/domain/sources/kinds/kind'
import type { Discovery } from '@/ledger/event'
import { useFix } from '@/store/device/fix'
import { LANGUAGES } from '@/store/device/preferences'
import { kindTitle } from '@/store/words/kinds'
import type { FoundDraft } from './drafts'

/** Where a found source is, how well that is known, and how it was got. */
export type FoundPlace = Pick<Discovery, 'position' | 'accuracyMetres' | 'placed'>

/**
 * Where a found source is: where a person put it on the map; else the middle of the area that was walked around, with the circle of
 * its worst corner; else where one stood when it was begun, so that nobody takes its place along by walking. Null before all that.
 * @param corrected the record that is corrected: its place holds, as it says, until another is taken, and where that was taken back.
 */
export function foundPlace(
  { marked, stood, walk, walkMetres }: Pick<FoundDraft, 'marked' | 'stood' | 'walk' | 'walkMetres'>,
  corrected: Discovery | null = null,
): FoundPlace | null {
  if (marked) return { position: marked, accuracyMetres: null, placed: 'marked' }
  const recorded = corrected && placeIn(corrected)
  // Who takes a mark away wants the walk's middle, also where the corners are as they were.
  if (corrected && corrected.placed !== 'marked' && !stood && isSameWalk(walk, corrected.outline)) return recorded
  const middle = ringMiddle(walk)
  if (middle) {
    const accuracyMetres = walkMetres.length === walk.length ? Math.max(...walkMetres) : null
    return { position: middle, accuracyMetres, placed: 'outline' }
  }
  return stood ? { ...stood, placed: 'stood' } : recorded
}

/** The place of a record as it says: one of before it was asked how a place was got does not say that. */
const placeIn = ({ position, accuracyMetres, placed }: Discovery): FoundPlace => ({
  position,
  accuracyMetres,
  ...(placed === undefined ? {} : { placed }),
})

const isSameWalk = (a: readonly Position[], b: readonly Position[]) =>
  a.length === b.length && a.every(([lon, lat], i) => lon === b[i]![0] && lat === b[i]![1])

/** What a found source is called where nobody gives it a name. */
export const foundName = (t: TFunction<'texts'>, kind: string, position: Position | null) =>
  t('check.foundName', { kind, place: position?.map((at) => at.toFixed(4)).join(',') ?? '' })

/** Whether a person gave a found source its name; the page may have spoken another language when it was registered. */
export const hasOwnName = (i18n: I18n, kinds: readonly Kind[], { target, position }: Discovery): boolean =>
  !LANGUAGES.some(
    (each) => foundName(i18n.getFixedT(each), kindTitle(kinds, target.kind, each), position) === target.name,
  )

/** Where one stands: the mean of the last positions, as of a corner. */
export function standingAt(here: Fix): NonNullable<FoundDraft['stood']> {
  const { recent } = useFix.getState()
  const { position, accuracyMetres } = meanFix(recent.length > 0 ? recent : [here])!
  return { position, accuracyMetres }
}
