import { countyHauls, placedTrips } from '@/domain/trucks/placed-trips'
import { plainGround, truckGround } from '@/questions/truck-ground'
import { countyAt } from '@/questions/truck-month'
import { monthsToCount } from './kept-hauls-list'
import { tracksOf } from './tracks'
import { tracksShelf } from './tracks-shelves'
import type { Workspace } from './workspace'

/** Counts the trips of the months that are kept by county and day, where files, lists or settings have changed since; with the package's own trucks of the month. */
export async function countKeptHauls(workspace: Workspace, name: string): Promise<void> {
  const { opened } = workspace.copy
  const plain = plainGround(opened)
  if (!plain) return
  const { settings, places } = truckGround(plain)
  const shelf = tracksShelf(name)
  await shelf.alone(async () => {
    const tracks = await tracksOf(workspace, name)
    for (const { month, by, counted } of monthsToCount(opened, await shelf.list())) {
      if (counted?.hauls?.by === by) continue
      const trips = await tracks.trips(month)
      if (!trips) continue
      const counties = countyHauls(trips, placedTrips(trips, settings, places, countyAt(opened)))
      // What could not be read now is counted when it can be.
      const hauls = { by: tracks.problems.length > 0 ? '' : by, counties }
      const facts = { month, table: 'hauls', group: 0, rows: 0, hauls } as const
      await shelf.put(facts, new ArrayBuffer(0), counted ? [counted.id] : [])
    }
  })
}
