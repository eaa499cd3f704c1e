import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { dayOfInstant, localMinute } from '@/domain/calendar'
import { measureLine } from '@/domain/geodesy/measure-line'
import type { NamedTable } from '@/io/papers/handover-table'
import { writerOf } from '@/ledger/device'
import { type FoundEvent, foundAt, foundDay } from '@/ledger/discovery'
import type { Review } from '@/ledger/review'
import { firstRecordOf } from '@/ledger/visit'
import type { Dataset } from '@/questions/dataset'
import { codeText } from '@/store/words/code-text'
import { countyText } from '@/store/words/county'
import { companionWords } from '@/store/words/inspection-line'
import { OFFICE_LANGUAGE } from '@/store/words/office'
import { foundPlaceText } from '@/store/words/place'
import { type Places, teamOf } from './coverage-table'
import type { ReturnedFind, ReturnedVisit } from './period-records'
import { placeLines } from './report-cells'

type Office = TFunction<'texts'>

/** Visits and found sources that the desk returned: what is to be done, and who returned them. */
export function returnedTable(
  t: Office,
  dataset: Dataset,
  returned: readonly ReturnedVisit[],
  finds: readonly ReturnedFind[],
  places: Places,
): NamedTable {
  const headings = (['time', 'who', 'source', 'note', 'by'] as const).map((each) => t(`patrol.returned.${each}`))
  const row = (at: string, who: string, source: readonly string[], { note, author, at: said }: Review) => [
    localMinute(at).replace(' ', '\n'),
    who,
    source.join('\n'),
    note,
    [author || t('desk.noAuthor'), dayOfInstant(said)].join('\n'),
  ]
  const rows = [
    ...returned.map(({ visit, review }) => {
      const { name, code } = visit.target
      const source = [name, codeText(t, code), ...placeLines(t, dataset, visit, places)]
      return row(firstRecordOf(visit).at, teamOf(visit).join(t('ui.comma')), source, review)
    }),
    ...finds.map(({ found, review }) => {
      const { target, position } = found.body
      const county = countyText(t, dataset, position, OFFICE_LANGUAGE)
      return row(
        foundAt(found),
        writerOf(found),
        [target.name, codeText(t, target.code), county].filter(Boolean),
        review,
      )
    }),
  ]
  return {
    field: 'returned',
    title: t('patrol.returnedTitle'),
    headings,
    formats: headings.map(() => 'text'),
    widths: [14, 14, 30, 28, 14],
    rows,
    over: rows.map(() => false),
  }
}

/** Label of a found source on the report's map and under its photos. @param row row in the table, from 0 */
export const foundNumber = (t: Office, row: number): string => t('patrol.found.newNumber', { number: row + 1 })

/** The found sources as a table. */
export function foundTable(t: Office, dataset: Dataset, found: readonly FoundEvent[]): NamedTable {
  const headings = (['number', 'name', 'kind', 'county', 'position', 'area', 'by', 'note'] as const).map((each) =>
    t(`patrol.found.${each}`),
  )
  return {
    field: 'found',
    title: t('visits.found'),
    headings,
    formats: headings.map(() => 'text'),
    widths: [8, 18, 10, 10, 20, 12, 14, 14],
    rows: found.map((event, row) => {
      const { body } = event
      const { squareMetres } = measureLine(body.outline)
      const kind = dataset.kinds.find(({ id }) => id === body.target.kind)
      return [
        foundNumber(t, row),
        body.target.name,
        kind ? inLanguage(kind.title, OFFICE_LANGUAGE) : body.target.kind,
        countyText(t, dataset, body.position, OFFICE_LANGUAGE),
        [body.position.map((degrees) => degrees.toFixed(6)).join('，\n'), foundPlaceText(t, body)]
          .filter(Boolean)
          .join('\n'),
        squareMetres === null ? '' : t('check.walkedArea', { area: Math.round(squareMetres).toLocaleString('en') }),
        `${writerOf(event)}${companionWords(t, body.companions)}\n${foundDay(event)}`,
        body.note,
      ]
    }),
    over: found.map(() => false),
  }
}
