import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HAUL_FIELDS } from '@/domain/sources/kinds/haul-fields'
import type { CountyHauls } from '@/domain/trucks/hauls'
import { type CountyAt, countyHauls, placedTrips } from '@/domain/trucks/placed-trips'
import type { PlainGround } from '@/domain/trucks/plain-ground'
import { placeFinder } from '@/domain/trucks/truck-places'
import { rangesOf } from '@/io/kept/part-shelf'
import { openTracks, readTrips } from '@/io/tracks/read-tracks'
import { toCsv } from '../../data/rows'
import { haulRows } from './haul-rows'
import { pathOf } from './paths'

/** The hauls of months folded into `out`, by county and day, as CSV. */
export async function haulsCsv(
  out: string,
  months: readonly string[],
  { settings, places }: PlainGround,
  countyAt: CountyAt,
): Promise<string> {
  const finder = placeFinder(places)
  const all: CountyHauls[] = []
  for (const month of months) {
    const file = await openTracks(rangesOf(new Blob([readFileSync(join(out, pathOf('trips', month)))])))
    const trips = await readTrips(file, {})
    all.push(countyHauls(trips, placedTrips(trips, settings, finder, countyAt)))
  }
  return toCsv(HAUL_FIELDS, haulRows(all))
}
