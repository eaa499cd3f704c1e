import { useTranslation } from 'react-i18next'
import type { CaseOpened } from '@/ledger/case-bodies'
import { madeUpText } from '@/store/words/case-words'

/** That what a case was opened on is made up, or some of it; nothing where it is real. */
export function MadeUpBadge({ of }: { readonly of: CaseOpened | null }) {
  const { t } = useTranslation()
  const text = madeUpText(t, of)
  return (
    text !== '' && (
      <span className="badge" data-class="illustrative">
        {text}
      </span>
    )
  )
}
