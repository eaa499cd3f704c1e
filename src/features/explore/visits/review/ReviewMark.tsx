import { useTranslation } from 'react-i18next'
import { type Reviewable, reviewOf } from '@/ledger/review'
import { useLedger } from '@/store/ledger'

/** Whether something was reviewed, and what was said. */
export function ReviewMark({ records }: Reviewable) {
  const { t } = useTranslation()
  const said = reviewOf(
    records,
    useLedger((all) => all.reviews),
  )
  if (!said) return <small className="quiet">{t('review.waiting')}</small>
  const words = [t(`review.verdict.${said.verdict}`), said.note].filter(Boolean).join(t('ui.comma'))
  return said.verdict === 'returned' ? <b>{words}</b> : <small className="quiet">{words}</small>
}
