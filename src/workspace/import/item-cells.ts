import { type ImportItem, sheetOfItem } from './import-item'

/** Current cells of some rows of an item, including edits; reads its file up to the last of them. */
export async function cellsOf(
  item: ImportItem,
  rows: ReadonlySet<number>,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const { edits = new Map<number, readonly string[]>() } = item.choice
  const found = new Map<number, readonly string[]>()
  for (const row of rows) if (edits.has(row)) found.set(row, edits.get(row)!)
  const wanted = new Set([...rows].filter((row) => !found.has(row)))
  if (wanted.size === 0) return found
  const stop = new AbortController()
  try {
    await sheetOfItem(item).read((read, first) => {
      read.forEach((cells, i) => {
        if (wanted.delete(first + i + 1)) found.set(first + i + 1, cells)
      })
      if (wanted.size === 0) stop.abort()
    }, stop.signal)
  } catch (error) {
    if (!stop.signal.aborted) throw error
  }
  return found
}
