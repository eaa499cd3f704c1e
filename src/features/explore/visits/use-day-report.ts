import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { localMinute } from '@/domain/calendar'
import { sourceLines } from '@/features/explore/handover/source-lines'
import type { HandoverTable } from '@/io/papers/handover-table'
import { shortDevice } from '@/ledger/device'
import type { Inspection, LedgerEvent } from '@/ledger/event'
import { useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { answerLines, failingItems } from '@/store/words/inspection-line'

export type Visit = LedgerEvent & { readonly body: Inspection }

/** The checks of one day as a paper: one row each. */
export function useDayReport() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { word } = useDataWords()
  return (day: string, visits: readonly Visit[], withdrawn: number): HandoverTable => ({
    name: t('visits.report'),
    title: t('visits.reportTitle', { day }),
    subtitle: inLanguage(dataset.settings.city, i18n.language),
    to: t('visits.teams', {
      names: [...new Set(visits.map(({ author, device }) => author || shortDevice(device)))].join(t('ui.comma')),
    }),
    intro: [
      t('visits.reportIntro', {
        count: visits.length,
        failing: visits.filter(({ body }) => failingItems(dataset, body).length > 0).length,
      }),
      withdrawn > 0 ? t('visits.withdrawnCount', { count: withdrawn }) : '',
    ].join(''),
    headings: ['time', 'who', 'source', 'answers', 'note', 'by', 'photos'].map((each) =>
      t(`visits.column.${each as 'time'}`),
    ),
    widths: [9, 11, 22, 24, 16, 11, 7],
    rows: visits.map(({ at, author, device, body }) => [
      localMinute(at).slice(11),
      author || shortDevice(device),
      `${body.target.name}\n${body.target.code}`,
      answerLines(t, dataset, body, i18n.language).join('\n'),
      [body.note, body.told && t('visits.told', { who: body.told })].filter(Boolean).join('\n'),
      body.rectifyBy,
      String(body.photos.length),
    ]),
    picture: null,
    blanks: [t('handover.sign')],
    notes: sourceLines(
      t,
      word,
      dataset.provenance.filter(({ role }) => visits.some(({ body }) => body.target.kind === role)),
    ),
  })
}
