import { useTranslation } from 'react-i18next'
import { isFind, type Reviewed } from '@/ledger/find'
import { reviewBefore, reviewOf } from '@/ledger/review'
import { useLedger } from '@/store/ledger'

/** Whether something was reviewed, and what was said. */
export function ReviewMark({ of }: { readonly of: Reviewed }) {
  const { t } = useTranslation()
  const reviews = useLedger((all) => all.reviews)
  const said = reviewOf(of.records, reviews)
  if (!said) {
    const isBack = !isFind(of) && reviewBefore(of, reviews)?.review.verdict === 'returned'
    return <small className="quiet">{t(isBack ? 'review.waitingAgain' : 'review.waiting')}</small>
  }
  const words = [t(`review.verdict.${said.verdict}`), said.note].filter(Boolean).join(t('ui.comma'))
  return said.verdict === 'returned' ? <b>{words}</b> : <small className="quiet">{words}</small>
}
