import { useTranslation } from 'react-i18next'
import type { FoundEvent } from '@/ledger/discovery'
import { targetKey } from '@/ledger/shared-code'
import { useChentu, useNotFound } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { useKindTexts } from '@/store/words/kinds'
import type { CheckTarget } from './check-target'

/**
 * The source selected for a check, with a warning if there is one; null if none is selected or it is not loaded yet.
 */
export function useCheckTarget(): {
  readonly target: CheckTarget
  readonly warning?: string
  /** Set if the source is on no list but a team found it. */
  readonly found?: FoundEvent
} | null {
  const { t } = useTranslation()
  const kindTexts = useKindTexts()
  const selected = useChentu((state) => state.selected)
  const gone = useNotFound()
  const records = useLedger((all) => all.state)
  if (selected) return { target: { ...selected, summary: selected } }
  if (!gone) return null
  const { kind, code, nth } = gone
  const known = records.get(targetKey(gone))
  const found = known?.found
  const name = found?.body.target.name ?? known?.target.name ?? code
  const sameCode = nth ? { nth, of: nth } : null
  const target = { kind, code, name, sameCode, position: found?.body.position ?? null, summary: null }
  if (found) return { target, found }
  return {
    target,
    warning: t('check.gone', { kind: kindTexts.title(kind), code }),
  }
}
