import { checklistOf } from '@/domain/rules/checklist'
import type { AskedItem } from '@/domain/warnings/on-site'
import type { CheckTarget } from '@/features/field/record/check-target'
import { useOpened } from '@/store/chentu'
import { useToday } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { useOnSiteItems } from '@/store/warnings/use-duties'

/**
 * What is looked at on a source: first what a warning asks meanwhile, then the checklist of its kind, whose version it has. A record
 * that is corrected is of the warnings of its own time; `corrects` is its id, '' for none.
 */
export function useCheckItems(source: CheckTarget, corrects: string) {
  const { rules } = useOpened().dataset
  const checklist = checklistOf(rules, source.kind, useToday())
  const corrected = useLedger((all) => all.events?.get(corrects))
  const onSite = useOnSiteItems(source.summary?.source ?? null, corrected?.at)
  const items: readonly AskedItem[] = [...onSite, ...checklist.items]
  return { version: checklist.version, items }
}
