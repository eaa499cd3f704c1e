import type { RowLead } from '@/domain/rules/departments'
import { joinedNames } from '@/domain/rules/joined-names'
import { leadsOf } from '@/domain/rules/rule'
import { rowOf } from '@/domain/sources/inventory'
import { meantColumn, meantText } from '@/domain/sources/kinds/meant'
import { textOf } from '@/domain/table/column'
import type { OpenedPackage } from './opened-package'

/** The departments that rows name as their lead; who operates a source, as each of thousands of firms may, is none. */
export function rowLeadsOf({ inventory }: Pick<OpenedPackage, 'inventory'>): readonly RowLead[] {
  return inventory.kinds.flatMap((of) => {
    const leads = meantColumn(of, 'lead')
    const clauses = meantColumn(of, 'clause')
    if (leads === undefined) return []
    const byName = new Map<string, Set<number>>()
    for (let row = 0; row < of.table.length; row++) {
      const clause = clauses?.type === 'number' ? clauses.values[row]! : Number.NaN
      for (const name of joinedNames(textOf(leads, row))) {
        const own = byName.get(name) ?? new Set()
        byName.set(name, own)
        if (!Number.isNaN(clause)) own.add(clause)
      }
    }
    return [...byName].map(([name, own]) => ({ kind: of.kind, name, clauses: [...own] }))
  })
}

/** Departments that lead what a rule asks of a source: the rule's, else the one that the row names. */
export function leadsOfSource({ pack, inventory }: OpenedPackage, rule: number, source: number): readonly string[] {
  const { lead } = pack.rules[rule]!
  // Most rules name theirs; only for the others is the row looked up.
  return leadsOf({ lead }, (meaning) => {
    const { kind, row } = rowOf(inventory, source)
    return meantText(kind, meaning, row)
  })
}
