import { ReadingsShelf } from '@/io/readings/readings-shelf'
import type { WorkingCopy } from '@/workspace/working-copy'

const shelves = new Map<string, ReadingsShelf>()

/** The store of readings in this browser under a name; one instance per name, which stays open. */
export function readingsShelf(name: string): ReadingsShelf {
  const shelf = shelves.get(name) ?? new ReadingsShelf(name)
  shelves.set(name, shelf)
  return shelf
}

/** Whether a package, or this browser under the name `shelf`, has any readings; opens no files. */
export async function hasReadings({ opened }: Pick<WorkingCopy, 'opened'>, shelf: string): Promise<boolean> {
  if (opened.pack.provenance.some(({ role }) => role === 'readings-hourly')) return true
  return (await readingsShelf(shelf).parts.count()) > 0
}
