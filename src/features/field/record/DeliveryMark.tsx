import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { Delivery } from '@/ledger/delivery'
import { useReviewText } from '@/store/words/review-line'
import classes from './History.module.css'

/** How far one of this tablet's records is on its way to the desk, and what the desk decided on it. */
export function DeliveryMark({ handing: { state, review, sent } }: { readonly handing: Delivery }) {
  const { t } = useTranslation()
  const reviewText = useReviewText()
  return (
    <>
      {' '}
      <span className={classes.handing} data-state={state}>
        {t(`handing.state.${state}`)}
      </span>{' '}
      {state === 'sent' && sent && <small>{t(`handing.way.${sent.way}`, { at: localMinute(sent.at) })}</small>}
      {review && <p>{reviewText(review)}</p>}
    </>
  )
}
