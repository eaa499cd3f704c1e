import type { Month } from '@/domain/calendar'
import { byMonth } from '@/domain/monitoring/by-month'
import { deviceFacts } from '@/domain/monitoring/device-facts'
import type { Readings } from '@/domain/monitoring/readings'
import { keptMonth, openKept } from './kept-readings'
import type { ReadingsShelf } from './readings-shelf'
import { writeReadings } from './write-readings'

/** A month of so many files is made one: each is opened for whatever is asked. */
const MOST_PARTS = 6

/** What files call devices, by their codes. */
type Names = ReadonlyMap<string, string>

/** Adds readings, which must be in order, to those that are kept: a file for each month. The months. */
export async function keepReadings(
  shelf: ReadingsShelf,
  readings: Readings,
  names: Names = new Map(),
): Promise<Month[]> {
  const months = byMonth(readings)
  await shelf.alone(async () => {
    for (const [month, of] of months) {
      await shelf.put(factsOf(month, of, names), writeReadings(of))
      await makeOne(shelf, month)
    }
  })
  return months.map(([month]) => month)
}

const factsOf = (month: Month, readings: Readings, names: Names) => ({
  month,
  rows: readings.minute.length,
  devices: deviceFacts(readings).map(({ code, rows, from, until }) => {
    const name = names.get(code)
    return { code, rows, from, until, ...(name !== undefined && { name }) }
  }),
})

/** Makes the files of a month one where they are many. */
async function makeOne(shelf: ReadingsShelf, month: Month): Promise<void> {
  const parts = (await shelf.list()).filter((part) => part.month === month)
  if (parts.length <= MOST_PARTS) return
  const file = await openKept(shelf, month)
  const all = await file!.read({ parameters: file!.parameters })
  await shelf.put(
    factsOf(
      month,
      all,
      new Map(
        keptMonth(month, parts).devices.flatMap(({ code, name }): [string, string][] => (name ? [[code, name]] : [])),
      ),
    ),
    writeReadings(all),
    parts.map(({ id }) => id),
  )
}
