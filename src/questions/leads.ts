import { leadsOf } from '@/domain/rules/rule'
import { rowOf } from '@/domain/sources/inventory'
import { meantText } from '@/domain/sources/kinds/meant'
import type { OpenedPackage } from './opened-package'

/** Departments that lead what a rule asks of a source: the rule's, else the one that the row names. */
export function leadsOfSource({ pack, inventory }: OpenedPackage, rule: number, source: number): readonly string[] {
  const { lead } = pack.rules[rule]!
  // Most rules name theirs; only for the others is the row looked up.
  return leadsOf({ lead }, (meaning) => {
    const { kind, row } = rowOf(inventory, source)
    return meantText(kind, meaning, row)
  })
}
