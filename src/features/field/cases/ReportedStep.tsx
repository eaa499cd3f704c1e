import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { KeptPhotos } from '@/features/field/check/KeptPhotos'
import type { RecordedStep } from '@/ledger/cases'
import { displayedPhotos } from '@/ledger/displayed-photos'
import { findingText } from '@/store/words/case-words'

/** A report on a case as it was saved: finding, source, note and photos. */
export function ReportedStep({ reported: { when, event } }: { readonly reported: RecordedStep }) {
  const { t } = useTranslation()
  const { finding = '', cause, note, photos = [] } = event.body
  const shown = displayedPhotos(photos)
  return (
    <>
      <p>{t('cases.field.reported', { at: localMinute(when), finding: findingText(t, finding) })}</p>
      {cause && <p>{t('cases.field.reportedCause', { name: cause.name })}</p>}
      {note !== '' && <p>{t('cases.field.reportedNote', { note })}</p>}
      <KeptPhotos photos={shown} caption={t('check.photos', { count: shown.length })} />
    </>
  )
}
