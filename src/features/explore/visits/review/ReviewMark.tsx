import { useTranslation } from 'react-i18next'
import { reviewOf } from '@/ledger/review'
import type { Visit } from '@/ledger/visit'
import { useLedger } from '@/store/ledger'

/** Whether a visit was reviewed, and what was said. */
export function ReviewMark({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation()
  const said = reviewOf(
    visit.records,
    useLedger((all) => all.reviews),
  )
  if (!said) return <small className="quiet">{t('review.waiting')}</small>
  const words = [t(`review.verdict.${said.verdict}`), said.note].filter(Boolean).join(t('ui.comma'))
  return said.verdict === 'returned' ? <b>{words}</b> : <small className="quiet">{words}</small>
}
