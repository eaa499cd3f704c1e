import type { ImportItem, ReadItem } from './import-item'
import { Queue } from './queue'

/** Items that were taken over while others of the same import waited, which they may contradict. */
export class ImportedBeside {
  /** Several ask at once: an item is read again once, not for each. */
  private readonly turns = new Queue()
  private entries: readonly { item: ImportItem; readonly beside: ReadonlySet<number> }[] = []

  /** Adds items that were taken over; `waiting` are those that were not. */
  add(items: readonly ImportItem[], waiting: readonly number[]): void {
    const beside = new Set(waiting)
    this.entries = [...this.entries, ...items.map((item) => ({ item, beside }))]
  }

  /** Forgets items beside which nothing waits any longer. */
  keep(waiting: ReadonlySet<number>): void {
    this.entries = this.entries.filter(({ beside }) => [...beside].some((id) => waiting.has(id)))
  }

  /**
   * The items of its kind that were taken over beside an item. `read` reads one again where the package has changed: what
   * it brought has its own codes by now.
   */
  of(item: ImportItem, read: (item: ImportItem) => Promise<ReadItem | null>): Promise<readonly ReadItem[]> {
    const { role } = item.recognised.plan
    return this.turns.run(async () => {
      const items: ReadItem[] = []
      for (const entry of this.entries) {
        if (!entry.beside.has(item.id) || entry.item.recognised.plan.role !== role) continue
        const now = await read(entry.item)
        if (!now) continue
        entry.item = now
        items.push(now)
      }
      return items
    })
  }
}
