import { checklistOf } from '@/domain/rules/checklist'
import type { CheckedItem } from '@/domain/warnings/on-site'
import type { CheckTarget } from '@/features/field/record/check-target'
import type { CheckDraft } from '@/features/field/record/drafts'
import { useOpened } from '@/store/chentu'
import { useToday } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { useOnSiteItems } from '@/store/warnings/use-duties'

/**
 * Items to check at a source: first those required by warnings in force, then the checklist of its kind, whose version
 * is returned. Items of a warning in force since the draft was begun stay after the warning ends, as they may be
 * answered. A correction uses the warnings of the time of its record.
 */
export function useCheckItems(source: CheckTarget, { corrects, begunAt }: Pick<CheckDraft, 'corrects' | 'begunAt'>) {
  const { rules } = useOpened().dataset
  const checklist = checklistOf(rules, source.kind, useToday())
  const corrected = useLedger((all) => all.events?.get(corrects))
  const time = corrected ? { since: corrected.at, ended: corrected.at } : { since: begunAt || undefined }
  const onSite = useOnSiteItems(source.summary?.source ?? null, time)
  const items: readonly CheckedItem[] = [...onSite, ...checklist.items]
  return { version: checklist.version, items }
}
