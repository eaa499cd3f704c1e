import type { TFunction } from 'i18next'
import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import type { CaseMove, CaseOpened } from '@/ledger/case-bodies'
import { codeText } from './code-text'
import { distanceText } from './place'

/** Places nearer than this are the same place: coordinates are shown to about one metre. */
const SAME_PLACE_METRES = 1

/** Where a case is. */
export interface CasePlaceFacts {
  readonly position: Position
  /** The source that stands there; null if none was named. */
  readonly source: { readonly name: string; readonly code: string } | null
  /** Where the value was reported, if a person moved the case from there; null otherwise. */
  readonly reportedAt: Position | null
}

/**
 * Where a recorded case is; null if it has no place. Only a source that the record names as its place stands there:
 * earlier versions did not, and the source that a case concerns is elsewhere once the case was moved.
 */
export const placeOfCase = ({ position, placeOf, reportedAt }: CaseOpened): CasePlaceFacts | null =>
  position && { position, source: placeOf ?? null, reportedAt: reportedAt ?? null }

/** Where a step moved a case. */
export const placeOfMove = ({ position, placeOf, reportedAt }: CaseMove): CasePlaceFacts => ({
  position,
  source: placeOf ?? null,
  reportedAt: reportedAt ?? null,
})

/** Whether a case is at another place than the one that was reported. */
export const isMoved = (reportedAt: Position | null, position: Position): reportedAt is Position =>
  reportedAt !== null && distanceMetres(reportedAt, position) >= SAME_PLACE_METRES

/**
 * The place of a case in words, one fact per text: the source there, its coordinates, and how far it is from where it was
 * reported.
 */
export function casePlaceTexts(
  t: TFunction<'texts'>,
  { position, source, reportedAt }: CasePlaceFacts,
): readonly string[] {
  return [
    source && t('cases.placeOfSource', { ...source, code: codeText(t, source.code) }),
    t('cases.degrees', { degrees: position.map((each) => each.toFixed(5)).join(', ') }),
    isMoved(reportedAt, position) &&
      t('cases.movedPlace', { distance: distanceText(t, distanceMetres(reportedAt, position)) }),
  ].filter((text) => typeof text === 'string')
}
