import { useTranslation } from 'react-i18next'
import type { ReviewItem } from '@/ledger/find'
import { isReturnedAndCorrected, reviewOf } from '@/ledger/review'
import { useLedger } from '@/store/ledger'

/** Shows whether a record was reviewed, and the verdict. */
export function ReviewMark({ of }: { readonly of: ReviewItem }) {
  const { t } = useTranslation()
  const reviews = useLedger((all) => all.reviews)
  const said = reviewOf(of.records, reviews)
  if (!said)
    return (
      <small className="quiet">
        {t(isReturnedAndCorrected(of, reviews) ? 'review.waitingAgain' : 'review.waiting')}
      </small>
    )
  const words = [t(`review.verdict.${said.verdict}`), said.note].filter(Boolean).join(t('ui.comma'))
  return said.verdict === 'returned' ? <b>{words}</b> : <small className="quiet">{words}</small>
}
