import type { Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { isSameClass } from '@/io/kept/part-class'
import { rangesOf } from '@/io/kept/part-shelf'
import { openReadings } from './open-readings'
import { newRowsOf, type ReadingsPart, type ReadingsShelf } from './readings-shelf'

/** A month with listed readings that cannot be read any more, and how many these are. */
export interface LostMonth {
  readonly month: Month
  readonly rows: number
}

/** A month has listed readings that cannot be read; the message is the month. */
export class MonthLost extends Error {
  override readonly name = 'MonthLost'
}

/** The ids of the parts whose files cannot be opened now, as after the browser cleared them. */
export async function lostParts(shelf: ReadingsShelf, parts: readonly ReadingsPart[]): Promise<ReadonlySet<number>> {
  const lost = new Set<number>()
  for (const part of parts)
    try {
      await openReadings(rangesOf(await shelf.fileOf(part)))
    } catch {
      lost.add(part.id)
    }
  return lost
}

/** What cannot be read of these months, of these classes; empty if all can. */
export async function lostMonths(
  shelf: ReadingsShelf,
  months: readonly Month[],
  classes: readonly DataClass[],
): Promise<readonly LostMonth[]> {
  const parts = (await shelf.list()).filter(
    (part) => months.includes(part.month) && classes.some((each) => isSameClass(part, each)),
  )
  const lost = await lostParts(shelf, parts)
  const byMonth = grouped(
    parts.filter(({ id }) => lost.has(id)),
    ({ month }) => month,
  )
  return [...byMonth].sort().map(([month, own]) => ({ month, rows: own.reduce((sum, of) => sum + newRowsOf(of), 0) }))
}
