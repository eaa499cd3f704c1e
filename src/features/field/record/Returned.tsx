import { useTranslation } from 'react-i18next'
import form from '@/features/field/field-form.module.css'
import { recordsOf, targetKey } from '@/ledger/fold'
import { handingOf } from '@/ledger/handing'
import type { InspectionEvent } from '@/ledger/visit'
import { useLedger } from '@/store/ledger'
import { useReviewText } from '@/store/words/review-line'
import { Button } from '@/ui/controls/Button'
import type { CheckTarget } from './check-target'

interface Props {
  readonly source: Pick<CheckTarget, 'kind' | 'code'>
  /** Begins a record that is written instead of one; null while another is being written. */
  readonly onCorrect: ((record: InspectionEvent) => void) | null
}

/** What the desk gave back of a source and nobody has corrected yet: why, and a press that corrects it. */
export function Returned({ source, onCorrect }: Props) {
  const { t } = useTranslation()
  const { exchanged, device, state } = useLedger()
  const reviewText = useReviewText()
  const handing = handingOf(exchanged, state)
  const returned = recordsOf(state.get(targetKey(source))).flatMap(({ event, withdrawnBy, correctedBy }) => {
    const { state: at, review } = handing(event)
    return event.device === device && !withdrawnBy && !correctedBy && at === 'returned' && review
      ? [{ event, review }]
      : []
  })
  return returned.map(({ event, review }) => (
    <div key={event.id} className={form.warning} role="status">
      <p>{reviewText(review)}</p>
      {onCorrect ? (
        <Button onClick={() => onCorrect(event)}>{t('handing.correct')}</Button>
      ) : (
        <p>{t('handing.correctLater')}</p>
      )}
    </div>
  ))
}
