import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { localMinute } from '@/domain/calendar'
import { countyName } from '@/domain/sources/county'
import type { HandoverTable, ReportPhoto } from '@/io/papers/handover-table'
import { writerOf } from '@/ledger/device'
import { displayedPhotos } from '@/ledger/displayed-photos'
import type { LedgerEvent } from '@/ledger/event'
import type { Dataset } from '@/questions/dataset'
import type { CaseView } from '@/store/cases/case-view'
import type { LikelyCheck } from '@/store/cases/likely-check'
import { casePlaceTexts, placeOfCase } from '@/store/words/case-place'
import { clockText, laterText, momentText, stepText, stepWords, windText } from '@/store/words/case-words'
import { compassName } from '@/store/words/compass'
import { likelyFacts } from '@/store/words/likely-facts'
import { OFFICE_LANGUAGE } from '@/store/words/office'

type Office = TFunction<'texts'>

/** A photo of the sheet, before its picture is loaded. */
export type SheetPhoto = Omit<ReportPhoto, 'picture'> & { readonly hash: string }

/** All photos of a case's steps, with the row of the step in the list of steps. */
export const sheetPhotos = (
  t: Office,
  { record: { opening, standing } }: Pick<CaseView, 'record'>,
): readonly SheetPhoto[] =>
  standing.steps.flatMap(({ event: { body } }, row) =>
    displayedPhotos(body.photos).map(({ hash, at }) => ({
      ...{ hash, list: 'cases' as const, row: row + Number(opening !== null), name: stepText(t, body.step) },
      lines: [localMinute(at || body.when)],
    })),
  )

/**
 * 处置单: one case on paper, with what it was opened on, its time limits, likely sources, every step and the photos.
 * @param t the texts of the office
 * @param checks what checks have found at each likely source
 * @param now the moment as of which it is shown, milliseconds since 1970
 */
export function caseSheet(
  t: Office,
  dataset: Dataset,
  view: CaseView,
  checks: readonly LikelyCheck[],
  now: number,
  photos: readonly ReportPhoto[],
): HandoverTable {
  const { title, opened, stage, record, clocks } = view
  const { standing, opening, withdrawnSteps } = record
  const headings = [t('cases.sheet.item'), t('cases.sheet.content')]
  const columns = [t('cases.sheet.time'), t('cases.sheet.step'), t('cases.sheet.by'), t('cases.sheet.content')]
  const steps = [
    ...(opening ? [[localMinute(opening.at), t('cases.step.opened'), writerOf(opening), opening.body.note]] : []),
    ...standing.steps.map(({ event }) => [
      timeCell(t, event, event.body.when),
      stepText(t, event.body.step) +
        (standing.annulled.some(({ id }) => id === event.id) ? t('cases.sheet.annulled') : ''),
      writerOf(event),
      stepWords(t, event.body),
    ]),
    ...withdrawnSteps.map(({ event, by }) => [
      timeCell(t, event, event.body.when),
      stepText(t, event.body.step),
      writerOf(event),
      t('cases.withdrawn', { reason: by.body.reason, who: writerOf(by), at: localMinute(by.at) }),
    ]),
  ]
  const isUnconfirmed = opened?.terms.some(({ confirmed }) => !confirmed)
  return {
    name: title,
    title: t('cases.sheet.title'),
    subtitle: t('cases.sheet.subtitle', {
      city: inLanguage(dataset.settings.city, OFFICE_LANGUAGE),
      at: momentText(now),
    }),
    ...{ to: '', intro: '', picture: null, headings },
    widths: [22, 78],
    rows: [
      [t('cases.form.title'), title],
      [
        t('cases.list.stage'),
        [
          t(`cases.stage.${stage}`),
          standing.turn > 1 && t('cases.turn', { count: standing.turn }),
          view.wasLate && t('cases.wasLate'),
        ]
          .filter(Boolean)
          .join(t('ui.comma')),
      ],
      ...(opened ? factRows(t, dataset, opened) : []),
      ...(clocks.length > 0
        ? [[t('cases.sheet.limits'), clocks.map((clock) => clockText(t, clock, now)).join('\n')]]
        : []),
      ...(opened && opened.likely.length > 0 ? [[t('cases.likely'), likelyLines(t, dataset, opened, checks)]] : []),
    ],
    more: [
      {
        ...{ field: 'cases', title: t('cases.timeline'), headings: columns },
        formats: columns.map(() => 'text' as const),
        widths: [18, 16, 14, 52],
        rows: steps,
        over: steps.map(() => false),
      },
    ],
    photos: photos.length > 0 ? [{ title: t('cases.sheet.photos'), photos }] : [],
    blanks: [t('cases.sheet.handler'), t('cases.sheet.checker')],
    notes: [
      ...(isUnconfirmed ? [t('cases.unconfirmed')] : []),
      ...(opened && opened.likely.length > 0
        ? [t(record.moved ? 'cases.likelyBasisMoved' : 'cases.likelyBasisKept'), t('cases.sheet.likelyNote')]
        : []),
      ...(opened?.illustrative ? [t('cases.sheet.madeUp')] : []),
    ],
  }
}

function factRows(
  t: Office,
  dataset: Pick<Dataset, 'counties'>,
  opened: NonNullable<CaseView['opened']>,
): readonly string[][] {
  const place = placeOfCase(opened)
  const county = opened.county === '' ? t('cases.noCounty') : countyName(dataset, opened.county, OFFICE_LANGUAGE)
  return [
    [t('cases.form.sort'), opened.sortName],
    [t('cases.observed'), localMinute(opened.observed)],
    [t('cases.why'), opened.reason],
    [t('cases.county'), county],
    [t('cases.department'), opened.lead.join(t('ui.comma'))],
    [t('cases.form.place'), place ? casePlaceTexts(t, place).join('\n') : t('cases.noPlace')],
    [
      t('cases.wind.title'),
      opened.visitors ? '' : windText(t, (at) => compassName(at, OFFICE_LANGUAGE), opened.wind ?? null),
    ],
    [t('cases.form.note'), opened.note],
  ].filter(([, text]) => text !== '')
}

/** When a step was done, and when it was written down if that was later, as on the screen. */
const timeCell = (t: Office, event: LedgerEvent, when: string): string =>
  [localMinute(when), laterText(t, event, when)].filter(Boolean).join('\n')

/** The likely sources, a line each, with what the screen says of them. */
const likelyLines = (
  t: Office,
  dataset: Dataset,
  opened: NonNullable<CaseView['opened']>,
  checks: readonly LikelyCheck[],
): string =>
  opened.likely
    .map((each, i) => {
      const facts = likelyFacts(t, dataset, opened, each, checks[i]!, OFFICE_LANGUAGE)
      return t('cases.sheet.likelyLine', { number: i + 1, name: each.name, facts: facts.join(t('ui.semicolon')) })
    })
    .join('\n')
