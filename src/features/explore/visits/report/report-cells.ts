import type { TFunction } from 'i18next'
import { checklistOf } from '@/domain/rules/checklist'
import { countyName } from '@/domain/sources/county'
import { targetKey } from '@/ledger/shared-code'
import { deadlinesOf, shortcomingOf, type Visit, visitWords } from '@/ledger/visit'
import { visitCircumstances } from '@/ledger/visit-circumstances'
import type { Dataset } from '@/questions/dataset'
import { answerLines, countsOfVisit, itemLabel, laterAnswerLines, reasonOfItem } from '@/store/words/inspection-line'
import { OFFICE_LANGUAGE } from '@/store/words/office'
import type { Places } from './coverage-table'

type Office = TFunction<'texts'>

/** Ids of the items that were answered 'no'. */
export const failedItems = ({ answers }: Visit): ReadonlySet<string> =>
  new Set([...answers].flatMap(([item, { answer }]) => (answer === 'no' ? [item] : [])))

/** Place and contact of a source, and how far from it the visit was recorded. */
export function placeLines(t: Office, dataset: Dataset, visit: Visit, places: Places): string[] {
  const place = places.get(targetKey(visit.target))
  const { distanceMetres: metres, correctedFrom } = visitCircumstances(visit)
  const distances = [
    metres === null ? '' : t('patrol.distance', { metres: Math.round(metres) }),
    ...correctedFrom.map((each) => t('patrol.correctedDistance', { metres: Math.round(each.distanceMetres) })),
  ]
  return [
    place?.county ? countyName(dataset, place.county, OFFICE_LANGUAGE) : '',
    place?.address ?? '',
    place?.contact ? t('patrol.contact', { who: place.contact }) : '',
    distances.filter(Boolean).join('，'),
  ].filter(Boolean)
}

/** Failing items without a deadline; none if no item has one, or if one deadline is of the whole record. */
function withoutDeadline(visit: Visit): ReadonlySet<string> {
  const deadlines = deadlinesOf(visit)
  const failing = [...failedItems(visit)]
  if (!failing.some((item) => Object.hasOwn(deadlines, item))) return new Set()
  return new Set(failing.filter((item) => !Object.hasOwn(deadlines, item)))
}

/**
 * Text for the column 整改期限: the only deadline, or the earliest and the latest, and how many failing items have none.
 * Each item's own deadline is listed with the item.
 */
export function deadlineCell(t: Office, visit: Visit): string {
  const { deadlines } = visitWords(visit)
  const [first = '', last = ''] = [deadlines[0], deadlines.at(-1)]
  const open = withoutDeadline(visit).size
  return [
    ...(first === last ? [first] : [t('check.earliest', { day: first }), t('check.latest', { day: last })]),
    ...(open > 0 ? [t('check.noneOf', { count: open })] : []),
  ].join('\n')
}

/**
 * The result of a visit: each failing item with its clause, what later records of the day say of it without settling it,
 * then the number of items per other answer.
 */
export function resultLines(t: Office, dataset: Dataset, visit: Visit): string[] {
  const { kind } = visit.target
  const { items } = checklistOf(dataset.rules, kind)
  const failing = failedItems(visit)
  const clauses = items
    .filter(({ id }) => failing.has(id))
    .map(({ id, clause }) =>
      t('patrol.failing', {
        clause: t('plan.clause', { number: clause }),
        item: itemLabel(dataset, kind, id, OFFICE_LANGUAGE, visit.day),
      }),
    )
  const known = new Set(items.map(({ id }) => id))
  const rest = [...visit.answers].flatMap(([item, { answer }]) =>
    answer === 'no' && known.has(item) ? [] : [[item, answer] as const],
  )
  const { unanswered } = countsOfVisit(dataset, visit)
  return [
    ...clauses,
    ...laterAnswerLines(t, dataset, visit, OFFICE_LANGUAGE),
    ...answerLines(t, dataset, kind, rest, OFFICE_LANGUAGE, reasonOfItem(visit), visit.day),
    ...(unanswered > 0 ? [t('check.notAnswered', { count: unanswered })] : []),
  ]
}

/** Whether a failing item itself records who was told. */
export const isToldOfItem = (visit: Visit): boolean =>
  [...failedItems(visit)].some((item) => shortcomingOf(visit.answers.get(item)!.event.body, item)?.told)

/** For each failing item: what was seen, its deadline, and who was told. */
export function shortcomingLines(
  t: Office,
  dataset: Dataset,
  visit: Visit,
  language: string = OFFICE_LANGUAGE,
): string[] {
  const open = withoutDeadline(visit)
  return [...failedItems(visit)].flatMap((item) => {
    const said = shortcomingOf(visit.answers.get(item)!.event.body, item)
    const words = [
      said?.found.join(t('ui.comma')),
      said?.rectifyBy && t('check.by', { day: said.rectifyBy }),
      open.has(item) && t('check.noDeadline'),
      said?.told && t('visits.told', { who: said.told }),
    ].filter(Boolean)
    const label = itemLabel(dataset, visit.target.kind, item, language, visit.day)
    return words.length > 0 ? [t('patrol.shortcoming', { item: label, words: words.join(t('ui.comma')) })] : []
  })
}
