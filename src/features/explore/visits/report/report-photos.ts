import type { TFunction } from 'i18next'
import { localMinute } from '@/domain/calendar'
import type { ReportPhoto, ReportPhotos } from '@/io/papers/handover-table'
import type { FoundEvent } from '@/ledger/discovery'
import { displayedPhotos } from '@/ledger/displayed-photos'
import type { PhotoRef } from '@/ledger/references'
import { firstRecordOf, type Visit } from '@/ledger/visit'
import type { Dataset } from '@/questions/dataset'
import { framedPhoto } from '@/store/ledger/paper-pictures'
import { itemLabel } from '@/store/words/inspection-line'
import { OFFICE_LANGUAGE } from '@/store/words/office'
import { workName } from './case-table'
import type { CaseWork, PeriodRecords } from './period-records'
import { failedItems } from './report-cells'
import { foundNumber } from './report-tables'

/** Number of photos that a report shows per visit, found source, or arrival or report in a case. */
const MAX_PHOTOS = 2
/** In pixels, 4:3; 300 dpi when three photos stand in a row. */
const FRAME = [620, 465] as const

/** A photo that a report shows, before its picture is loaded. */
export type WantedPhoto = Omit<ReportPhoto, 'picture'> & { readonly hash: string }

/**
 * The photos of a report, grouped: visits with failing items first, then found sources, then what teams did in cases,
 * then the other visits; within each group in list order. Photos of failing items come first in a visit, and if photos
 * are left out, the caption of the last one says so.
 * @param t the texts of the office
 */
export function wantedPhotos(
  t: TFunction<'texts'>,
  dataset: Dataset,
  { visits, found, cases }: Pick<PeriodRecords, 'visits' | 'found' | 'cases'>,
): { readonly title: string; readonly photos: readonly WantedPhoto[] }[] {
  const ofVisits = visits.map((visit, row) => ({
    isFailing: failedItems(visit).size > 0,
    photos: ofVisit(t, dataset, visit, row),
  }))
  const failing = ofVisits.filter(({ isFailing }) => isFailing).flatMap(({ photos }) => photos)
  const others = ofVisits.filter(({ isFailing }) => !isFailing).flatMap(({ photos }) => photos)
  return [
    { title: t('patrol.photos.failing'), photos: failing },
    { title: t('patrol.photos.found'), photos: found.flatMap((event, row) => ofFound(t, event, row)) },
    { title: t('patrol.photos.cases'), photos: cases.flatMap((work, row) => ofCase(t, work, row)) },
    { title: t(failing.length > 0 ? 'patrol.photos.others' : 'patrol.photos.all'), photos: others },
  ].filter(({ photos }) => photos.length > 0)
}

function ofVisit(t: TFunction<'texts'>, dataset: Dataset, visit: Visit, row: number): WantedPhoto[] {
  const failing = failedItems(visit)
  const { name, kind } = visit.target
  const isFailing = ({ item }: PhotoRef) => failing.has(item ?? '')
  const all = [...visit.photos].sort((a, b) => Number(isFailing(b)) - Number(isFailing(a)))
  return shownOf(t, all, (photo) => {
    const item =
      photo.item === undefined ? t('sign.photoOfPlace') : itemLabel(dataset, kind, photo.item, OFFICE_LANGUAGE)
    return {
      list: 'own',
      row,
      name: t('patrol.photoOf', { number: row + 1, name }),
      lines: [
        isFailing(photo) ? t('patrol.photoFailing', { item }) : item,
        localMinute(photo.at || firstRecordOf(visit).at),
      ],
    }
  })
}

const ofFound = (t: TFunction<'texts'>, { at, body }: FoundEvent, row: number): WantedPhoto[] =>
  shownOf(t, displayedPhotos(body.photos), (photo) => ({
    list: 'found',
    row,
    name: t('patrol.photoOf', { number: foundNumber(t, row), name: body.target.name }),
    lines: [localMinute(photo.at || body.foundAt || at)],
  }))

const ofCase = (t: TFunction<'texts'>, { title, step }: CaseWork, row: number): WantedPhoto[] =>
  shownOf(t, displayedPhotos(step.event.body.photos), (photo) => ({
    list: 'cases',
    row,
    name: title,
    lines: [workName(t, step), localMinute(photo.at || step.when)],
  }))

/** The first photos; the caption of the last one gives the total if photos were left out. */
function shownOf(
  t: TFunction<'texts'>,
  all: readonly PhotoRef[],
  said: (photo: PhotoRef) => Omit<WantedPhoto, 'hash'>,
): WantedPhoto[] {
  const shown = all.slice(0, MAX_PHOTOS)
  const rest = t('patrol.photoCount', { count: all.length, shown: shown.length })
  return shown.map((photo, i) => {
    const words = said(photo)
    const isLastOfMore = i === shown.length - 1 && all.length > shown.length
    return { ...words, hash: photo.hash, lines: isLastOfMore ? [...words.lines, rest] : words.lines }
  })
}

/**
 * The photos of a report with their pictures, loaded one after the other. The pictures are scaled down, so a report
 * stays small whatever the camera.
 */
export async function reportPhotos(
  t: TFunction<'texts'>,
  dataset: Dataset,
  reported: Pick<PeriodRecords, 'visits' | 'found' | 'cases'>,
): Promise<readonly ReportPhotos[]> {
  const groups: ReportPhotos[] = []
  for (const { title, photos } of wantedPhotos(t, dataset, reported)) {
    const shown: ReportPhoto[] = []
    for (const { hash, ...photo } of photos) {
      const picture = await framedPhoto(hash, ...FRAME)
      shown.push({ ...photo, picture, lines: picture ? photo.lines : [...photo.lines, t('sign.photoLost')] })
    }
    groups.push({ title, photos: shown })
  }
  return groups
}
