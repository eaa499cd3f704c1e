import { type GoneRows, keysOf } from '@/domain/intake/merge'
import type { Target, TargetRole } from '@/domain/intake/recognise/target'
import { blockersAmong } from './blockers'
import type { ImportedBefore } from './clashes'
import { countiesOfFiles } from './counties-of-files'
import { type ImportItem, isRead, type ReadItem } from './import-item'

/** What happens to existing rows that a file lacks; those that another file has (`elsewhere`, by key) always stay. */
export interface MissingRows {
  readonly gone: GoneRows
  readonly elsewhere: ReadonlySet<string>
  /** Codes of the only counties that the files are about: rows of others are not missing. Null for the whole list. */
  readonly within: ReadonlySet<string> | null
}

/** No row counts as missing: all are kept. */
export const NONE_MISSING: MissingRows = { gone: 'keep', elsewhere: new Set(), within: null }

/** Whether rows missing from a file may be removed: of lists, but not of measurements, which grow month by month. */
export const mayLackRows = ({ lists }: Target) => lists !== undefined && lists.place !== 'line'

/**
 * The files of an item's kind that are imported with it, itself first: only together they are the list, as when each
 * county has its own sheet. One with an open question is not imported yet. `beside`: see {@link ImportedBefore}.
 */
export const filesOfKind = (
  item: ReadItem,
  items: readonly ImportItem[],
  beside: (item: ImportItem) => Promise<ImportedBefore>,
): Promise<readonly [ReadItem, ...ReadItem[]]> =>
  filesWith(item, items, beside, (role) => role === item.recognised.plan.role)

/** The files of some kinds that are imported with an item, as {@link filesOfKind}. */
export async function filesWith(
  item: ReadItem,
  items: readonly ImportItem[],
  beside: (item: ImportItem) => Promise<ImportedBefore>,
  isOf: (role: TargetRole) => boolean,
): Promise<readonly [ReadItem, ...ReadItem[]]> {
  const others = items.filter(isRead).filter((each) => each.id !== item.id && isOf(each.recognised.plan.role))
  const open = await Promise.all(others.map(async (each) => blockersAmong(each, items, await beside(each))))
  return [item, ...others.filter((_, i) => open[i]!.length === 0)]
}

/**
 * What happens to existing rows that none of the files of a kind has. They are kept without a choice, since the files
 * may be a part of the list, and removed only if that was chosen for exactly these files.
 */
export function missingRows([item, ...others]: readonly [ReadItem, ...ReadItem[]]): MissingRows {
  const { target } = item.recognised.plan
  if (!mayLackRows(target)) return NONE_MISSING
  const files = [item, ...others]
  const ids = new Set(files.map(({ id }) => id))
  const isChosen = files.every(({ id, choice: { gone, goneAmong = [id] } }) => {
    return gone === 'remove' && goneAmong.length === ids.size && goneAmong.every((each) => ids.has(each))
  })
  const elsewhere = new Set(others.flatMap(({ taken }) => keysOf(taken.table, target.key)))
  return { gone: isChosen ? 'remove' : 'keep', elsewhere, within: countiesOfFiles(files) }
}
