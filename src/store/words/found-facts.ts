import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { measureLine } from '@/domain/geodesy/measure-line'
import { writerOf } from '@/ledger/device'
import { type FoundEvent, foundAt } from '@/ledger/discovery'
import type { Visit } from '@/ledger/visit'
import { useOpened } from '@/store/chentu'
import { countyText } from './county'
import { useFlagText } from './flags'
import { companionWords, visitLine } from './inspection-line'
import { useKindTexts } from './kinds'
import { foundPlaceText } from './place'

/** Texts on a found source. */
export function useFoundWords() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const kindTexts = useKindTexts()
  const flagText = useFlagText('found')
  const place = ({ body }: FoundEvent) => body.position.map((degrees) => degrees.toFixed(5)).join(', ')
  const area = ({ body }: FoundEvent) => {
    const { squareMetres } = measureLine(body.outline)
    return squareMetres === null ? '' : t('check.walkedArea', { area: Math.round(squareMetres).toLocaleString('en') })
  }
  const corrected = (event: FoundEvent) =>
    event.body.corrects === undefined ? '' : t('mend.by', { who: writerOf(event), at: localMinute(event.at) })
  const words = {
    /** What and where it is: kind, and county of its position. */
    head: ({ body }: FoundEvent): readonly string[] =>
      [kindTexts.title(body.target.kind), countyText(t, dataset, body.position, i18n.language)].filter(Boolean),
    /** Who found it and when, and who corrected that. */
    finder: (event: FoundEvent): readonly string[] =>
      [
        `${localMinute(foundAt(event))} ${writerOf(event)}${companionWords(t, event.body.companions)}`,
        corrected(event),
      ].filter(Boolean),
    /** The content of a record in brief, without its name. */
    said: (event: FoundEvent): readonly string[] =>
      [
        ...words.head(event),
        t('where.found', { place: place(event), how: foundPlaceText(t, event.body) || '—' }),
        area(event),
        event.body.note,
      ].filter(Boolean),
    /** All facts about it, with labels. @param visits later checks there */
    facts(event: FoundEvent, visits: readonly Visit[]) {
      const { body } = event
      const county = countyText(t, dataset, body.position, i18n.language)
      return [
        { label: t('check.foundKind'), value: kindTexts.title(body.target.kind) },
        { label: t('spot.county'), value: county },
        { label: t('spot.finder'), value: words.finder(event).join(t('ui.semicolon')) },
        { label: t('spot.place'), value: place(event) },
        { label: t('spot.placed'), value: foundPlaceText(t, body) },
        { label: t('spot.area'), value: area(event) },
        { label: t('spot.note'), value: body.note },
        {
          label: t('spot.checks'),
          value:
            visits.map((visit) => visitLine(t, dataset, visit, i18n.language)).join(t('ui.semicolon')) ||
            t('spot.notChecked'),
        },
      ].filter(({ value }) => value !== '')
    },
    /** The flags of its record, and the explanation given. */
    flags: ({ body: { evidence, accuracyMetres } }: FoundEvent): readonly string[] =>
      evidence
        ? [
            ...evidence.flags.map((flag) => flagText(flag, evidence, accuracyMetres)),
            ...(evidence.reason === '' ? [] : [t('review.reason', { reason: evidence.reason })]),
          ]
        : [],
  }
  return words
}
