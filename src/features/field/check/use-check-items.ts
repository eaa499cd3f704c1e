import { checklistOf } from '@/domain/rules/checklist'
import type { AskedItem } from '@/domain/warnings/on-site'
import type { CheckTarget } from '@/features/field/record/check-target'
import type { CheckDraft } from '@/features/field/record/drafts'
import { useOpened } from '@/store/chentu'
import { useToday } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { useOnSiteItems } from '@/store/warnings/use-duties'

/**
 * What is looked at on a source: first what a warning asks meanwhile, then the checklist of its kind, whose version it has. What a
 * warning asked since the draft was begun stays when the warning ends: it may be answered. A record that is corrected is of the
 * warnings of its own time.
 */
export function useCheckItems(source: CheckTarget, { corrects, begunAt }: Pick<CheckDraft, 'corrects' | 'begunAt'>) {
  const { rules } = useOpened().dataset
  const checklist = checklistOf(rules, source.kind, useToday())
  const corrected = useLedger((all) => all.events?.get(corrects))
  const time = corrected ? { since: corrected.at, ended: corrected.at } : { since: begunAt || undefined }
  const onSite = useOnSiteItems(source.summary?.source ?? null, time)
  const items: readonly AskedItem[] = [...onSite, ...checklist.items]
  return { version: checklist.version, items }
}
