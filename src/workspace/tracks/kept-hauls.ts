import { countyHauls, placedTrips } from '@/domain/trucks/placed-trips'
import { plainGround, truckGround } from '@/questions/trucks/truck-ground'
import { countyAt } from '@/questions/trucks/truck-month'
import type { Workspace } from '@/workspace/workspace'
import { monthsToCount } from './kept-hauls-list'
import { tracksOf } from './tracks'
import { tracksShelf } from './tracks-shelves'

/**
 * Counts trips by county and day for kept months whose files, lists or settings have changed. The package's own trips
 * of the month are included, since the result replaces its figures. If they can't be read, or if the package has
 * figures without trips, nothing is counted and its figures stand.
 */
export async function countKeptHauls(workspace: Workspace, name: string): Promise<void> {
  const { opened } = workspace.copy
  const plain = plainGround(opened)
  if (!plain) return
  const { settings, places } = truckGround(plain)
  const shelf = tracksShelf(name)
  await shelf.alone(async () => {
    const tracks = await tracksOf(workspace, name)
    for (const { month, by, counted } of monthsToCount(opened, await shelf.list())) {
      if (by === null || counted?.hauls?.by === by) continue
      const trips = await tracks.trips(month)
      if (!trips || !tracks.isWhole(month, 'trips')) continue
      const isTold = opened.pack.hauls.some((each) => each.month === month && each.dataClass !== 'illustrative')
      if (isTold && !tracks.ofMonth(month).some((file) => file.table === 'trips' && !file.isKept)) continue
      const counties = countyHauls(trips, placedTrips(trips, settings, places, countyAt(opened)))
      const hauls = { by, counties, dataClass: tracks.classOf(month) ?? 'real' }
      const facts = { month, table: 'hauls', group: 0, rows: 0, hauls } as const
      await shelf.put(facts, new ArrayBuffer(0), counted ? [counted.id] : [])
    }
  })
}
