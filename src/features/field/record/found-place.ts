import type { i18n as I18n, TFunction } from 'i18next'
import { localDigits } from '@/domain/calendar'
import type { Fix } from '@/domain/field/fix'
import { meanFix } from '@/domain/field/mean-fix'
import type { Position } from '@/domain/geodesy/position'
import { ringMiddle } from '@/domain/geodesy/ring-middle'
import type { Kind } from '@/domain/sources/kinds/kind'
import { FOUND } from '@/domain/sources/made-code'
import { loadEnglish } from '@/i18n'
import type { Discovery } from '@/ledger/event'
import { useFix } from '@/store/device/fix'
import { LANGUAGES } from '@/store/device/preferences'
import { kindTitle } from '@/store/words/kinds'
import type { FoundDraft } from './drafts'

/** Position of a found source, its accuracy, and how it was obtained. */
export type FoundPlace = Pick<Discovery, 'position' | 'accuracyMetres' | 'placed'>

/**
 * The place of a found source: where the user marked it on the map; else the middle of the walked area, with the
 * accuracy of its worst corner; else where the tablet stood when the draft was begun, so that it does not move with the
 * user. Null without any of these.
 * @param corrected the record being corrected: its place is used until another is set, and again if that is undone.
 */
export function foundPlace(
  { marked, stood, walk, walkMetres }: Pick<FoundDraft, 'marked' | 'stood' | 'walk' | 'walkMetres'>,
  corrected: Discovery | null = null,
): FoundPlace | null {
  if (marked) return { position: marked, accuracyMetres: null, placed: 'marked' }
  const recorded = corrected && placeIn(corrected)
  // After removing a mark the user wants the walk's middle, even if the corners are unchanged.
  if (corrected && corrected.placed !== 'marked' && !stood && isSameWalk(walk, corrected.outline)) return recorded
  const middle = ringMiddle(walk)
  if (middle) {
    const accuracyMetres = walkMetres.length === walk.length ? Math.max(...walkMetres) : null
    return { position: middle, accuracyMetres, placed: 'outline' }
  }
  return stood ? { ...stood, placed: 'stood' } : recorded
}

/** The place of a record. Old records do not state how it was obtained. */
const placeIn = ({ position, accuracyMetres, placed }: Discovery): FoundPlace => ({
  position,
  accuracyMetres,
  ...(placed === undefined ? {} : { placed }),
})

const isSameWalk = (a: readonly Position[], b: readonly Position[]) =>
  a.length === b.length && a.every(([lon, lat], i) => lon === b[i]![0] && lat === b[i]![1])

/**
 * Code of a source found at an instant (ISO 8601), beginning with the day in Shanghai, as all days here. Unique by time:
 * a tablet finds one source at a time, and the event names the tablet.
 */
export const foundCode = (at: string): string => `${FOUND}${localDigits(at)}`

/** Default name of a found source. */
export const foundName = (t: TFunction<'texts'>, kind: string, position: Position | null) =>
  t('check.foundName', { kind, place: position?.map((at) => at.toFixed(4)).join(',') ?? '' })

/**
 * Whether the user named a found source; the default name is tried in all languages, as the page's may have changed
 * since. In those whose texts cannot be loaded it is not.
 */
export async function hasOwnName(
  i18n: I18n,
  kinds: readonly Kind[],
  { target, position }: Discovery,
): Promise<boolean> {
  await loadEnglish().catch(() => undefined)
  return !LANGUAGES.some(
    (each) => foundName(i18n.getFixedT(each), kindTitle(kinds, target.kind, each), position) === target.name,
  )
}

/** The current position: the mean of the last fixes, as for a corner. */
export function standingAt(here: Fix): NonNullable<FoundDraft['stood']> {
  const { recent } = useFix.getState()
  const { position, accuracyMetres } = meanFix(recent.length > 0 ? recent : [here])!
  return { position, accuracyMetres }
}
