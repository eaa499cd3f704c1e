import type { Bilingual } from '@/domain/bilingual'
import type { ChecklistItem } from '@/domain/rules/checklist'
import type { WarningMeasure } from './measure'

/** One measure of a warning to look at: whether it is carried out. */
export interface OnSiteItem {
  readonly id: string
  readonly field: null
  readonly title: Bilingual
  /** The name of the warning that asks for it. */
  readonly warning: string
  /** Whether nobody knows if it is asked of the source: a field is absent that would say so. */
  readonly isUnclear: boolean
}

/** One thing that a check asks: what a clause requires, or what a warning does meanwhile. */
export type AskedItem = ChecklistItem | OnSiteItem

/** Before the code of a warning and the id of a measure; ids of requirements and names of fields have no such beginning. */
const BEFORE = 'warning:'

/** Item of a check: whether a measure of a warning is carried out. It is kept in the record among the answers, and its form is stored. */
export const onSiteItem = (warning: string, measure: WarningMeasure['id']): string =>
  `${BEFORE}${encodeURIComponent(warning)}/${measure}`

/** What an item asks that is about a warning: the code of that and the id of a measure; null for any other item. */
export function readOnSiteItem(item: string): { readonly warning: string; readonly measure: string } | null {
  if (!isOnSiteItem(item)) return null
  const slash = item.indexOf('/')
  if (slash < 0) return null
  try {
    return { warning: decodeURIComponent(item.slice(BEFORE.length, slash)), measure: item.slice(slash + 1) }
  } catch {
    return null
  }
}

/** Whether an item is about a warning: requirements of the plan say nothing of it, and are not judged by it. */
export const isOnSiteItem = (item: string): boolean => item.startsWith(BEFORE)
