import { useTranslation } from 'react-i18next'
import { targetKey } from '@/ledger/fold'
import { useChentu, useNotFound } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { useKindTexts } from '@/store/words/kinds'
import type { CheckTarget } from './check-target'

/** What the view wants checked, and what is to be said of it first; null where it selects nothing, or is not yet known. */
export function useCheckTarget(): { readonly target: CheckTarget; readonly warning?: string } | null {
  const { t } = useTranslation()
  const kindTexts = useKindTexts()
  const selected = useChentu((state) => state.selected)
  const gone = useNotFound()
  const records = useLedger((all) => all.state)
  if (selected) return { target: selected }
  if (!gone) return null
  const { kind, code, nth } = gone
  const name = records.get(targetKey(gone))?.inspections.at(-1)?.body.target.name ?? code
  return {
    target: { kind, code, name, sameCode: nth ? { nth, of: nth } : null, position: null },
    warning: t('check.gone', { kind: kindTexts.title(kind), code }),
  }
}
