import { useTranslation } from 'react-i18next'
import type { CaseOpened } from '@/ledger/case-bodies'
import { visitorText } from '@/store/words/case-reason'

/** Trucks that stopped at an unlisted place, with their owners and days: the first to ask. */
export function Visitors({ visitors }: { readonly visitors: NonNullable<CaseOpened['visitors']> }) {
  const { t } = useTranslation()
  return (
    <details open>
      <summary>{t('cases.visitors.title', { count: visitors.length })}</summary>
      <p className="quiet">{t('cases.visitors.note')}</p>
      <ul>
        {visitors.map((each) => (
          <li key={each.plate}>{visitorText(t, each)}</li>
        ))}
      </ul>
    </details>
  )
}
