import type { Bilingual } from '@/domain/bilingual'
import type { ChecklistItem } from '@/domain/rules/checklist'
import type { WarningMeasure } from './measure'

/** A measure of a warning that a team checks on site: whether it is carried out. */
export interface OnSiteItem {
  readonly id: string
  readonly field: null
  readonly title: Bilingual
  /** The name of the warning that requires it. */
  readonly warning: string
  /** Whether it is unknown if the source is affected, because a field is absent that would tell. */
  readonly isUnclear: boolean
}

/** An item of a check: a requirement of a clause, or a measure of a warning while that is in force. */
export type CheckedItem = ChecklistItem | OnSiteItem

/** Prefix of a warning's code and a measure's id; ids of requirements and field names never begin with it. */
const BEFORE = 'warning:'

/** The item id for a measure of a warning. It is stored in records among the answers: its form must never change. */
export const onSiteItem = (warning: string, measure: WarningMeasure['id']): string =>
  `${BEFORE}${encodeURIComponent(warning)}/${measure}`

/** The warning's code and the measure's id in an item id; null for any other item. */
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

/** Whether an item is about a warning. Such items do not count for requirements of the plan. */
export const isOnSiteItem = (item: string): boolean => item.startsWith(BEFORE)
