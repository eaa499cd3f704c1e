import { grouped } from '@/domain/grouped'
import { reportFailure } from '@/store/page/failure'
import { datasetWorker } from '@/workers/client'
import type { ItemTable, ItemView } from '@/workspace/import/item-view'
import type { ImportedTable, ItemsSlice, Slice } from './state'

const isReady = ({ table }: ItemView) => table !== null && table.blockers.length === 0

/** The items of an earlier file with the name of an item's. */
export const earlierOfName = (
  { items, sources }: Pick<ItemsSlice, 'items' | 'sources'>,
  item: ItemView,
): readonly ItemView[] =>
  items
    .slice(0, items.indexOf(item))
    .filter((each) => each.file === item.file && sources.get(each.id) !== sources.get(item.id))

/** Items without blockers. */
export const readyItems = (items: readonly ItemView[]) => items.filter(isReady)

export const itemsSlice: Slice<ItemsSlice> = (set, get) => ({
  items: [],
  current: null,
  sources: new Map(),
  choose: (current) => set({ current }),
  remove(id) {
    const role = get().items.find((each) => each.id === id)?.table?.role
    datasetWorker().removeItem(id).catch(reportFailure)
    get().drop([id])
    if (role !== undefined) get().viewAgain(role).catch(reportFailure)
  },
  drop(ids) {
    const { current } = get()
    const items = get().items.filter(({ id }) => !ids.includes(id))
    const sources = new Map([...get().sources].filter(([id]) => !ids.includes(id)))
    set({ items, sources, current: current !== null && ids.includes(current) ? (items[0]?.id ?? null) : current })
  },
  put(views, source, together = []) {
    const items = [...get().items]
    for (const view of views) {
      const at = items.findIndex(({ id }) => id === view.id)
      if (at < 0) items.push(view)
      else items[at] = view
    }
    const { current } = get()
    const sources = new Map([...get().sources, ...views.map(({ id }) => [id, source] as const)])
    // A corrected file is dropped while the one it replaces still has a question: the page goes on with the corrected one.
    const shown = get().items.find(({ id }) => id === current)
    // A file that waits already and is only read again, as after each step on the package, replaces none.
    const isNew = !get().items.some(({ id }) => id === views[0]?.id)
    const shownSource = sources.get(shown?.id ?? 0)
    // Files dropped together are from several folders, and none corrects another.
    const isTogether = shownSource !== undefined && together.includes(shownSource)
    const isAgain = isNew && shown?.file === views[0]?.file && shownSource !== source && !isTogether
    const isCorrection = isAgain && shown !== undefined && !isReady(shown)
    set({ items, sources, current: isCorrection || current === null ? (views[0]?.id ?? null) : current })
  },
})

/** Number of rows of some items that are imported, each once, and that are not. */
export const rowsOf = (items: readonly ItemView[]): { readonly taken: number; readonly left: number } => ({
  taken: items.reduce(
    (sum, { table }) => sum + (table ? table.counts.taken - (table.countedBefore?.taken ?? 0) : 0),
    0,
  ),
  left: items.reduce((sum, { table }) => sum + (table?.counts.refused ?? 0), 0),
})

/** What importing some items does to the existing data, by kind of table, in their order. */
export function importedTables(items: readonly ItemView[]): readonly ImportedTable[] {
  const tables = items.flatMap(({ table }) => table ?? [])
  return [...grouped(tables, ({ role }) => role)].map(([role, own]) => {
    const sum = (of: (table: ItemTable) => number) => own.reduce((all, table) => all + of(table), 0)
    // The files of a kind lack the same rows: those that none of them has.
    const [first] = own
    const gone = own.every(({ difference }) => difference) ? (first!.difference?.gone ?? 0) : 0
    const isRemoved = first!.mayLackRows && first!.gone === 'remove'
    return {
      role,
      added: sum(({ difference, counts, countedBefore }) => {
        return (difference ? difference.added : counts.taken) - (countedBefore?.added ?? 0)
      }),
      changed: sum(({ difference, countedBefore }) => (difference?.changed ?? 0) - (countedBefore?.changed ?? 0)),
      same: sum(({ difference, countedBefore }) => (difference?.same ?? 0) - (countedBefore?.same ?? 0)),
      kept: isRemoved ? 0 : gone,
      removed: isRemoved ? gone : 0,
      // Whichever file comes first replaces them.
      pointsGone: first!.madeUpPointsGone,
      replaced: first!.difference ? 0 : (first!.madeUp?.rows ?? first!.there?.rows ?? 0),
    }
  })
}

/**
 * Number of existing rows that importing some items removes. The files of a kind lack the same rows: those that none of
 * them has.
 */
export function rowsRemovedBy(items: readonly ItemView[]): number {
  const first = new Map(items.toReversed().flatMap(({ table }) => (table ? [[table.role, table] as const] : [])))
  const removing = [...first.values()].filter(({ gone, mayLackRows }) => mayLackRows && gone === 'remove')
  return removing.reduce((sum, { difference }) => sum + (difference?.gone ?? 0), 0)
}
