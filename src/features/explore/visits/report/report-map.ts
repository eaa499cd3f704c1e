import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { type KindId, kindWithId } from '@/domain/sources/kinds/kind'
import type { HandoverTable } from '@/io/papers/handover-table'
import { targetKey } from '@/ledger/fold'
import { onSpot } from '@/ledger/on-spot'
import type { Visit } from '@/ledger/visit'
import { numbersLine, type VisitMark, type VisitState, visitMap } from '@/map/drawing/visit-map'
import type { Dataset } from '@/questions/dataset'
import { countsOfVisit } from '@/store/words/inspection-line'
import { OFFICE_LANGUAGE } from '@/store/words/office'
import type { Places } from './coverage-table'
import { foundNumber } from './report-tables'
import type { Reported } from './reported'

/** Beyond so many numbers a map of a page's width can't be read. */
const MOST_NUMBERS = 150
/** Of the map itself; it stands as wide as a page. */
const SIZE = [900, 480] as const
const METRES_OF_A_KILOMETRE = 1000

/** What is wrong comes first; all that was not seen is one colour, be it unanswered or such as could not be checked. */
function stateOf(dataset: Dataset, visit: Visit): VisitState {
  const { no, unanswered, 'not-seen': unseen } = countsOfVisit(dataset, visit)
  return no > 0 ? 'failing' : unanswered + unseen > 0 ? 'partial' : 'fine'
}

/** The symbol of a kind; a circle for one that the package no longer has. */
function symbolOf({ kinds }: Dataset, kind: KindId): Pick<VisitMark, 'kind' | 'shape' | 'letter'> {
  const { shape = 'circle', mark: letter = '' } = kindWithId(kinds, kind)?.symbol ?? {}
  return { kind, shape, letter }
}

/** Where visits were: by the data of their sources, else where they were recorded; and the numbers of those that are nowhere. */
export function marksOf(dataset: Dataset, visits: readonly Visit[], places: Places) {
  const marks: VisitMark[] = []
  const nowhere: number[] = []
  visits.forEach((visit, i) => {
    const at = places.get(targetKey(visit.target))?.position ?? onSpot(visit).position
    const { kind } = visit.target
    if (at) marks.push({ at, number: i + 1, state: stateOf(dataset, visit), ...symbolOf(dataset, kind) })
    else nowhere.push(i + 1)
  })
  return { marks, nowhere }
}

/** The map of a report; null where nothing of it has a place. */
export async function reportMap(
  t: TFunction<'texts'>,
  dataset: Dataset,
  { visits, found }: Pick<Reported, 'visits' | 'found'>,
  places: Places,
): Promise<HandoverTable['picture']> {
  const { marks, nowhere } = marksOf(dataset, visits, places)
  const ofFound = found.map(({ body: { position, target } }, row): VisitMark => {
    const name = foundNumber(t, row)
    return { at: position, number: row + 1, name, state: 'found', ...symbolOf(dataset, target.kind) }
  })
  const shown = [...marks.slice(0, MOST_NUMBERS), ...ofFound]
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
        marks.length > MOST_NUMBERS && t('patrol.mapMost', { count: MOST_NUMBERS }),
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
