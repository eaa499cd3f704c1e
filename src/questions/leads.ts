import { leadsOf } from '@/domain/rules/rule'
import { STATUS } from '@/domain/rules/status'
import { rowOf } from '@/domain/sources/inventory'
import { meantText } from '@/domain/sources/kinds/meant'
import type { EvaluatedPackage } from './evaluated-package'
import type { OpenedPackage } from './opened-package'

/** Departments that lead what a rule asks of a source: the rule's, else the one that the row names. */
export function leadsOfSource({ pack, inventory }: OpenedPackage, rule: number, source: number): readonly string[] {
  const { kind, row } = rowOf(inventory, source)
  return leadsOf(pack.rules[rule]!, (meaning) => meantText(kind, meaning, row))
}

/** For each department, 1 for each source with a finding that it leads. */
export function leadMasks({ opened, findings, status: { length } }: EvaluatedPackage): Map<string, Uint8Array> {
  const masks = new Map<string, Uint8Array>()
  const maskOf = (lead: string) => {
    const mask = masks.get(lead) ?? new Uint8Array(length)
    masks.set(lead, mask)
    return mask
  }
  for (const { rule, first, status } of findings) {
    // Most rules name their departments; only for the others is each row asked.
    const named = opened.pack.rules[rule]!.lead.map(maskOf)
    for (let row = 0; row < status.length; row++) {
      if (status[row] === STATUS.fine) continue
      if (named.length > 0) for (const mask of named) mask[first + row] = 1
      else for (const lead of leadsOfSource(opened, rule, first + row)) maskOf(lead)[first + row] = 1
    }
  }
  return masks
}
