import { useTranslation } from 'react-i18next'
import form from '@/features/field/field-form.module.css'
import type { Review } from '@/ledger/review'
import { useReviewText } from '@/store/words/review-line'
import { Button } from '@/ui/controls/Button'

interface Props {
  readonly review: Review
  /** Corrects the record; null where another is being written. */
  readonly onCorrect: (() => void) | null
}

/** That the desk gave a record back and why, with a press that corrects it. */
export function ReturnedNote({ review, onCorrect }: Props) {
  const { t } = useTranslation()
  const reviewText = useReviewText()
  return (
    <div className={form.warning} role="status">
      <p>{reviewText(review)}</p>
      {onCorrect ? <Button onClick={onCorrect}>{t('handing.correct')}</Button> : <p>{t('handing.correctLater')}</p>}
    </div>
  )
}
