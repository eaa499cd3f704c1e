import { useTranslation } from 'react-i18next'
import form from '@/features/field/field-form.module.css'
import type { Review } from '@/ledger/review'
import { useReviewText } from '@/store/words/review-line'
import { Button } from '@/ui/controls/Button'

interface Props {
  readonly review: Review
  /** Corrects the record; `later` while another is being written, `now` while this one is being corrected. */
  readonly onCorrect: (() => void) | 'later' | 'now'
}

/** Says why the desk returned a record, with a button to correct it; stays visible during the correction. */
export function ReturnedNote({ review, onCorrect }: Props) {
  const { t } = useTranslation()
  const reviewText = useReviewText()
  return (
    <div className={form.warning} role="status">
      <p>{reviewText(review)}</p>
      {typeof onCorrect === 'function' && <Button onClick={onCorrect}>{t('handing.correct')}</Button>}
      {onCorrect === 'later' && <p>{t('handing.correctLater')}</p>}
    </div>
  )
}
