import { keysOf } from '@/domain/intake/merge'
import { textAt, valueAt } from '@/domain/table/column'
import { memoOf } from '@/questions/memo'
import { dataClassOfItem, type ReadItem } from './import-item'

/**
 * How many yes and no of the package an item would empty since it can't read what the file says in their place: a site
 * that became worse would count as unknown. A cell that says that there is no value (—) empties on purpose, real rows
 * replace made-up ones as a whole, and what a person set in the table stays.
 */
export const emptiedFlags = memoOf((item: ReadItem): number => {
  const { recognised, taken, knowledge } = item
  const { role, target } = recognised.plan
  const flags = target.fields.filter(({ name, type }) => type === 'flag' && taken.unread.has(name))
  if (!target.lists || flags.length === 0) return 0
  const isReal = dataClassOfItem(item) !== 'illustrative'
  const keys = keysOf(taken.table, target.key)
  let count = 0
  for (const { kind, dataClass, table } of knowledge.opened.inventory.kinds) {
    if (kind !== role || (isReal && dataClass === 'illustrative')) continue
    const byHand = knowledge.opened.pack.byHand.get(kind)
    const rowOf = new Map(keysOf(table, target.key).map((key, row) => [key, row]))
    for (const { name } of flags)
      for (const row of taken.unread.get(name)!) {
        const stored = rowOf.get(keys[row]!)
        if (stored === undefined || valueAt(table, name, stored) === null) continue
        if (byHand?.get(textAt(table, 'code', stored))?.[name] === undefined) count++
      }
  }
  return count
})
