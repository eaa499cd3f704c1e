import { isSameClass } from '@/io/kept/part-class'
import { RangeFault } from '@/io/package/ranged-file'
import { countDays } from '@/io/readings/count-days'
import { openKept } from '@/io/readings/kept-readings'
import type { Workspace } from '@/workspace/workspace'
import { monthsToCount } from './kept-days-list'
import { keptHours } from './monitor-hours'
import { readingsShelf } from './readings-shelves'

/** Recounts the valid hours per device and day of kept months whose files or hour rule have changed. */
export async function countKeptDays(workspace: Workspace, name: string): Promise<void> {
  const rule = workspace.copy.opened.pack.monitoring?.hour
  if (!rule) return
  const shelf = readingsShelf(name)
  await shelf.alone(async () => {
    const [parts, counts] = await Promise.all([shelf.list(), shelf.counts.list()])
    const { value: files } = await keptHours(name, rule).files()
    const months = monthsToCount(
      rule,
      parts.filter((part) => isSameClass(part, 'real')),
      counts,
    )
    for (const { month, by, counted } of months) {
      if (counted?.by === by) continue
      const hours = files?.find((file) => file.month === month)
      // A month that can't be read now is counted later.
      const devices = hours && (await counting(async () => countDays(hours.file, await openKept(shelf, month))))
      if (devices) await shelf.counts.put({ month, by, devices }, new ArrayBuffer(0), counted ? [counted.id] : [])
    }
    const isKept = new Set(months.map(({ month }) => month))
    await shelf.counts.drop(counts.filter(({ month }) => !isKept.has(month)).map(({ id }) => id))
  })
}

async function counting<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof RangeFault) return null
    throw error
  }
}
