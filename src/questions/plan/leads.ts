import type { RowLead } from '@/domain/rules/departments'
import { leadsOf } from '@/domain/rules/rule'
import { splitNames } from '@/domain/rules/split-names'
import { rowOf } from '@/domain/sources/inventory'
import { columnByMeaning, textByMeaning } from '@/domain/sources/kinds/by-meaning'
import { textOf } from '@/domain/table/column'
import type { OpenedPackage } from '@/questions/opened-package'

/** The departments that rows name as their lead. Operators, of which there may be thousands, are not included. */
export function rowLeadsOf({ inventory }: Pick<OpenedPackage, 'inventory'>): readonly RowLead[] {
  return inventory.kinds.flatMap((of) => {
    const leads = columnByMeaning(of, 'lead')
    const clauses = columnByMeaning(of, 'clause')
    if (leads === undefined) return []
    const byName = new Map<string, Set<number>>()
    for (let row = 0; row < of.table.length; row++) {
      const clause = clauses?.type === 'number' ? clauses.values[row]! : Number.NaN
      for (const name of splitNames(textOf(leads, row))) {
        const own = byName.get(name) ?? new Set()
        byName.set(name, own)
        if (!Number.isNaN(clause)) own.add(clause)
      }
    }
    return [...byName].map(([name, own]) => ({ kind: of.kind, name, clauses: [...own] }))
  })
}

/** Leading departments of a rule for a source: the rule's, else those that the row names. */
export function leadsOfSource({ pack, inventory }: OpenedPackage, rule: number, source: number): readonly string[] {
  const { lead } = pack.rules[rule]!
  // Most rules name their lead, so the row is looked up only if needed.
  return leadsOf({ lead }, (meaning) => {
    const { kind, row } = rowOf(inventory, source)
    return textByMeaning(kind, meaning, row)
  })
}
