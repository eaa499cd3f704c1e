import type { RowLead } from '@/domain/rules/departments'
import { isAdvisory, leadsOf } from '@/domain/rules/rule'
import { rowOf } from '@/domain/sources/inventory'
import type { KindId } from '@/domain/sources/kinds/kind'
import { meantColumn, meantText, type TableOfKind } from '@/domain/sources/kinds/meant'
import { textOf } from '@/domain/table/column'
import type { OpenedPackage } from './opened-package'

/**
 * Who leads a row of a kind, as the row has it, '' where it does not say: the column of that, else where a
 * requirement leaves it to each row, that of who operates it; null where the kind says nothing of it.
 */
export function rowLead(
  { pack }: OpenedPackage,
  of: TableOfKind & { readonly kind: KindId },
): ((row: number) => string) | null {
  const isLeft = pack.rules.some((rule) => rule.kind === of.kind && rule.lead.length === 0 && !isAdvisory(rule))
  const columns = [meantColumn(of, 'lead'), isLeft ? meantColumn(of, 'operator') : undefined]
  if (columns.every((column) => column === undefined)) return null
  return (row) => textOf(columns[0], row) || textOf(columns[1], row)
}

/** The departments that rows name as their lead. */
export function rowLeadsOf(opened: OpenedPackage): readonly RowLead[] {
  return opened.inventory.kinds.flatMap((of) => {
    const leadOf = rowLead(opened, of)
    const clauses = meantColumn(of, 'clause')
    if (leadOf === null) return []
    const byName = new Map<string, Set<number>>()
    for (let row = 0; row < of.table.length; row++) {
      const name = leadOf(row)
      if (name === '') continue
      const own = byName.get(name) ?? new Set()
      byName.set(name, own)
      const clause = clauses?.type === 'number' ? clauses.values[row]! : Number.NaN
      if (!Number.isNaN(clause)) own.add(clause)
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
