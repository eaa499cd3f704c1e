import { grouped } from '@/domain/grouped'
import { byMonth } from '@/domain/monitoring/by-month'
import { deviceSpans } from '@/domain/monitoring/device-spans'
import { type Readings, sortReadings } from '@/domain/monitoring/readings'
import { type Replaced, replacedRows } from '@/domain/monitoring/repeats'
import { isSameClass } from '@/io/kept/part-class'
import { openReadable } from './kept-readings'
import type { DeviceOfPart, ReadingsPart, ReadingsShelf } from './readings-shelf'

/** At most so many months are read to compare their values. */
const COMPARED_MONTHS = 3

/** What an import replaces of what is kept. */
export interface ReplacedReadings extends Replaced {
  /** Whether `rows` is an upper figure and `differing` was counted only in some months: more overlap than are compared. */
  readonly isAtMost: boolean
  /** How many months were compared. */
  readonly months: number
}

/**
 * How many kept readings these ones replace, which must be in order. Only months in which a device has kept ones in the
 * same time are read, and only the last few of them; of others, the times on the list tell how many it can be. `goOn`
 * is awaited before each month that is read; what it throws ends the work.
 */
export async function replacedReadings(
  shelf: ReadingsShelf,
  readings: Readings,
  dataClass: ReadingsPart['dataClass'] = 'real',
  goOn: () => Promise<void> = async () => undefined,
): Promise<ReplacedReadings> {
  const parts = (await shelf.list()).filter((part) => isSameClass(part, dataClass))
  const kept = grouped(parts, ({ month }) => month)
  let [rows, differing, compared] = [0, 0, 0]
  let isAtMost = false
  for (const [month, of] of byMonth(readings).reverse()) {
    const devices = grouped(
      (kept.get(month) ?? []).flatMap((part) => part.devices),
      ({ code }) => code,
    )
    const spans = deviceSpans(of).filter(({ code, from, until }) =>
      devices.get(code)?.some((each) => each.from <= until && each.until >= from),
    )
    if (spans.length === 0) continue
    if (compared === COMPARED_MONTHS) {
      isAtMost = true
      rows += rowsWithin(of, devices)
      continue
    }
    await goOn()
    const file = await openReadable(shelf, month, dataClass)
    if (!file) continue
    compared++
    const time = {
      from: Math.min(...spans.map(({ from }) => from)),
      until: Math.max(...spans.map(({ until }) => until)) + 1,
    }
    const before = await file.read({ parameters: file.parameters, ...time })
    const found = replacedRows(of, sortReadings(before).readings)
    rows += found.rows
    differing += found.differing
  }
  return { rows, differing, isAtMost, months: compared }
}

/** How many rows have times between the first and the last kept one of their device. */
function rowsWithin({ devices, device, minute }: Readings, kept: ReadonlyMap<string, readonly DeviceOfPart[]>): number {
  const spans = devices.map((code) => kept.get(code) ?? [])
  let rows = 0
  for (const [row, at] of minute.entries())
    if (spans[device[row]!]!.some(({ from, until }) => at >= from && at <= until)) rows++
  return rows
}
