import { useTranslation } from 'react-i18next'
import { reviewBefore, reviewOf } from '@/ledger/review'
import type { Visit } from '@/ledger/visit'
import { useLedger } from '@/store/ledger'

/** Whether a visit was reviewed, and what was said. */
export function ReviewMark({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation()
  const reviews = useLedger((all) => all.reviews)
  const said = reviewOf(visit.records, reviews)
  if (!said) {
    const isBack = reviewBefore(visit, reviews)?.review.verdict === 'returned'
    return <small className="quiet">{t(isBack ? 'review.waitingAgain' : 'review.waiting')}</small>
  }
  const words = [t(`review.verdict.${said.verdict}`), said.note].filter(Boolean).join(t('ui.comma'))
  return said.verdict === 'returned' ? <b>{words}</b> : <small className="quiet">{words}</small>
}
