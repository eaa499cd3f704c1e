import { frozenHeadings } from '@/domain/intake/recognise/own-export'
import type { SetByHand } from '@/domain/intake/set-by-hand'
import { EXTRA } from '@/domain/sources/reading/read-table'
import type { Table } from '@/domain/table/column'

/**
 * A stored table without the columns that an earlier version of the app took from an export, and their names: a standing
 * of that day (状态, 逾期天数) is wrong beside the one worked out today. A column stays that the file of an import brings
 * (`brought`), or in which a person has set a value.
 */
export function withoutFrozen(
  stored: Table,
  brought: Table,
  byHand: SetByHand,
): { readonly table: Table; readonly frozen: readonly string[] } {
  const own = Object.keys(stored.columns).filter((name) => name.startsWith(EXTRA))
  const headings = frozenHeadings(own.map((name) => name.slice(EXTRA.length)))
  const isSet = (name: string) => [...byHand.values()].some((values) => values[name] !== undefined)
  const frozen = headings.map((heading) => EXTRA + heading).filter((name) => !(name in brought.columns) && !isSet(name))
  if (frozen.length === 0) return { table: stored, frozen }
  const columns = Object.fromEntries(Object.entries(stored.columns).filter(([name]) => !frozen.includes(name)))
  return { table: { ...stored, columns }, frozen }
}
