import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { type KindId, kindWithId } from '@/domain/sources/kinds/kind'
import type { HandoverTable } from '@/io/papers/handover-table'
import { targetKey } from '@/ledger/shared-code'
import type { Visit } from '@/ledger/visit'
import { visitCircumstances } from '@/ledger/visit-circumstances'
import { numbersLine, type VisitMark, type VisitState, visitMap } from '@/map/drawing/visit-map'
import type { Dataset } from '@/questions/dataset'
import { countsOfVisit } from '@/store/words/inspection-line'
import { OFFICE_LANGUAGE } from '@/store/words/office'
import type { Places } from './coverage-table'
import type { PeriodRecords } from './period-records'
import { foundNumber } from './report-tables'

/** With more numbers than this, a map of page width becomes unreadable. */
const MAX_NUMBERS = 150
/** Size of the map in pixels; on paper it fills the page width. */
const SIZE = [900, 480] as const
const METRES_OF_A_KILOMETRE = 1000

/** 'failing' takes precedence; 'partial' covers both unanswered items and items that could not be checked. */
function stateOf(dataset: Dataset, visit: Visit): VisitState {
  const { no, unanswered, 'not-seen': unseen } = countsOfVisit(dataset, visit)
  return no > 0 ? 'failing' : unanswered + unseen > 0 ? 'partial' : 'fine'
}

/** The symbol of a kind; a circle if the package no longer has the kind. */
function symbolOf({ kinds }: Dataset, kind: KindId): Pick<VisitMark, 'kind' | 'shape' | 'letter'> {
  const { shape = 'circle', mark: letter = '' } = kindWithId(kinds, kind)?.symbol ?? {}
  return { kind, shape, letter }
}

/**
 * Map marks of visits: at the position of the source, else where the visit was recorded; and the numbers of the visits
 * that have no position.
 */
export function marksOf(dataset: Dataset, visits: readonly Visit[], places: Places) {
  const marks: VisitMark[] = []
  const nowhere: number[] = []
  visits.forEach((visit, i) => {
    const at = places.get(targetKey(visit.target))?.position ?? visitCircumstances(visit).position
    const { kind } = visit.target
    if (at) marks.push({ at, number: i + 1, state: stateOf(dataset, visit), ...symbolOf(dataset, kind) })
    else nowhere.push(i + 1)
  })
  return { marks, nowhere }
}

/** The map of a report; null if nothing in the report has a position. */
export async function reportMap(
  t: TFunction<'texts'>,
  dataset: Dataset,
  { visits, found }: Pick<PeriodRecords, 'visits' | 'found'>,
  places: Places,
): Promise<HandoverTable['picture']> {
  const { marks, nowhere } = marksOf(dataset, visits, places)
  const ofFound = found.map(({ body: { position, target } }, row): VisitMark => {
    const name = foundNumber(t, row)
    return { at: position, number: row + 1, name, state: 'found', ...symbolOf(dataset, target.kind) }
  })
  const shown = [...marks.slice(0, MAX_NUMBERS), ...ofFound]
  if (shown.length === 0) return null
  const { drawVisitMap } = await import('@/map/drawing/draw-visit-map')
  return drawVisitMap(visitMap(dataset, shown, OFFICE_LANGUAGE, SIZE), {
    title: t('patrol.map'),
    north: t('picture.north'),
    lines: [
      [
        t('patrol.mapNote'),
        nowhere.length > 0 &&
          t('patrol.notPlaced', { count: nowhere.length, numbers: numbersLine(nowhere).replaceAll('\n', '、') }),
        marks.length > MAX_NUMBERS && t('patrol.mapMost', { count: MAX_NUMBERS }),
      ]
        .filter(Boolean)
        .join(''),
    ],
    state: (state) => t(`patrol.state.${state}`),
    kind: (kind) => inLanguage(kindWithId(dataset.kinds, kind)?.title ?? { zh: kind, en: kind }, OFFICE_LANGUAGE),
    distance: (metres) =>
      metres < METRES_OF_A_KILOMETRE
        ? t('patrol.metres', { count: metres })
        : t('patrol.kilometres', { count: metres / METRES_OF_A_KILOMETRE }),
  })
}
