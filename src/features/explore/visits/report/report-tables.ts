import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { dayOfInstant, localMinute } from '@/domain/calendar'
import { measureLine } from '@/domain/geodesy/measure-line'
import type { NamedTable } from '@/io/papers/handover-table'
import { shortDevice } from '@/ledger/device'
import { type FoundEvent, foundDay } from '@/ledger/discovery'
import { beganWith } from '@/ledger/visit'
import type { Dataset } from '@/questions/dataset'
import { companionWords } from '@/store/words/inspection-line'
import { OFFICE_LANGUAGE } from '@/store/words/office'
import { foundPlaceText } from '@/store/words/place'
import { type Places, teamOf } from './coverage-table'
import { placeLines } from './report-cells'
import type { GivenBack } from './reported'

type Office = TFunction<'texts'>

/** Visits that the desk gave back: what is to be done, and who said so. */
export function returnedTable(t: Office, dataset: Dataset, returned: readonly GivenBack[], places: Places): NamedTable {
  const headings = (['time', 'who', 'source', 'note', 'by'] as const).map((each) => t(`patrol.returned.${each}`))
  return {
    field: 'returned',
    title: t('patrol.returnedTitle'),
    headings,
    formats: headings.map(() => 'text'),
    widths: [14, 14, 30, 28, 14],
    rows: returned.map(({ visit, review }) => [
      localMinute(beganWith(visit).at).replace(' ', '\n'),
      teamOf(visit).join(t('ui.comma')),
      [visit.target.name, visit.target.code, ...placeLines(t, dataset, visit, places)].join('\n'),
      review.note,
      [review.author || t('desk.noAuthor'), dayOfInstant(review.at)].join('\n'),
    ]),
    over: returned.map(() => false),
  }
}

/** What a found source is called on a report's map and under its photos. @param row of the table, from 0 */
export const foundNumber = (t: Office, row: number): string => t('patrol.found.newNumber', { number: row + 1 })

/** The sources that were found, as a table. */
export function foundTable(t: Office, dataset: Dataset, found: readonly FoundEvent[]): NamedTable {
  const headings = (['number', 'name', 'kind', 'position', 'area', 'by', 'note'] as const).map((each) =>
    t(`patrol.found.${each}`),
  )
  return {
    field: 'found',
    title: t('visits.found'),
    headings,
    formats: headings.map(() => 'text'),
    widths: [8, 20, 11, 20, 12, 14, 15],
    rows: found.map(({ at, author, device, body }, row) => {
      const { squareMetres } = measureLine(body.outline)
      const kind = dataset.kinds.find(({ id }) => id === body.target.kind)
      return [
        foundNumber(t, row),
        body.target.name,
        kind ? inLanguage(kind.title, OFFICE_LANGUAGE) : body.target.kind,
        [body.position.map((degrees) => degrees.toFixed(6)).join('，\n'), foundPlaceText(t, body)]
          .filter(Boolean)
          .join('\n'),
        squareMetres === null ? '' : t('check.walkedArea', { area: Math.round(squareMetres).toLocaleString('en') }),
        `${author || shortDevice(device)}${companionWords(t, body.companions)}\n${foundDay({ at, body })}`,
        body.note,
      ]
    }),
    over: found.map(() => false),
  }
}
