import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { Delivery } from '@/ledger/delivery'
import { useReviewText } from '@/store/words/review-line'
import classes from './History.module.css'

interface Props {
  readonly handing: Delivery
  /** State of the withdrawal of the record; absent if it was not withdrawn. */
  readonly withdrawal?: Delivery | null
}

/**
 * How far one of this tablet's records is on its way to the desk, and what the desk decided on it. A withdrawal is
 * handed over by itself: while it is behind its record, the desk still counts the record, so its state is shown instead.
 */
export function DeliveryMark({ handing, withdrawal }: Props) {
  const isBehind = withdrawal ? withdrawal.state !== handing.state : false
  const { state, sent } = withdrawal && isBehind ? withdrawal : handing
  const { review } = handing
  const { t } = useTranslation()
  const reviewText = useReviewText()
  return (
    <>
      {' '}
      <span className={classes.handing} data-state={state}>
        {isBehind ? t('handing.withdrawal', { state: t(`handing.state.${state}`) }) : t(`handing.state.${state}`)}
      </span>{' '}
      {state === 'sent' && sent && <small>{t(`handing.way.${sent.way}`, { at: localMinute(sent.at) })}</small>}
      {review && <p>{reviewText(review)}</p>}
    </>
  )
}
