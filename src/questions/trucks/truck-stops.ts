import type { IsoDay } from '@/domain/calendar'
import { OTHER_STOP, UNLISTED_STOP } from '@/domain/trucks/stop-sorts'
import type { Tracks } from '@/io/tracks/tracks'
import type { OpenedPackage } from '@/questions/opened-package'
import { isOnCard, type TruckCardRequest } from './truck-card'
import { truckMonth } from './truck-month'

/** Stops of the month, for drawing. Stops of one sort in the same grid cell form one point. */
export interface StopPoints {
  /** Degrees: the mean of the point's stops. */
  readonly lon: Float64Array
  readonly lat: Float64Array
  /** Index in `ROLES`; 254 for an unlisted place, 255 for no place. */
  readonly sort: Uint8Array
  /** Number of stops at a point. */
  readonly count: Uint32Array
}

/** Cells of about fifty metres, less than a dot at city zoom: half a million stops become some thousand points. */
const CELLS_A_DEGREE = 2_000

/** Stops of the month of a day: of one truck, of a company's trucks, or of all. */
export async function stopPoints(
  opened: OpenedPackage,
  tracks: Tracks,
  asOf: IsoDay,
  asked: TruckCardRequest | null = null,
): Promise<StopPoints | null> {
  const made = await truckMonth(opened, tracks, asOf)
  if (!made) return null
  const { stops, stopPlace, finder, unlisted } = made
  const sorts = new Uint8Array(stopPlace.length)
  for (let stop = 0; stop < sorts.length; stop++) {
    const place = stopPlace[stop]!
    sorts[stop] = place < 0 ? OTHER_STOP : finder.places.role[place]!
  }
  for (const place of unlisted) for (const stop of place.stops) sorts[stop] = UNLISTED_STOP

  const isShown = asked ? stops.trucks.map(isOnCard(opened, made.told, asked)) : null
  const points: { lon: number; lat: number; sort: number; count: number }[] = []
  const pointOf = new Map<number, (typeof points)[number]>()
  for (let stop = 0; stop < sorts.length; stop++) {
    if (isShown && !isShown[stops.truck[stop]!]) continue
    const [lon, lat, sort] = [stops.lon[stop]!, stops.lat[stop]!, sorts[stop]!]
    const cell =
      Math.floor((lon + 180) * CELLS_A_DEGREE) * 180 * CELLS_A_DEGREE + Math.floor((lat + 90) * CELLS_A_DEGREE)
    const key = cell * 256 + sort
    let point = pointOf.get(key)
    if (!point) {
      point = { lon: 0, lat: 0, sort, count: 0 }
      pointOf.set(key, point)
      points.push(point)
    }
    point.lon += lon
    point.lat += lat
    point.count++
  }
  return {
    lon: Float64Array.from(points, ({ lon, count }) => lon / count),
    lat: Float64Array.from(points, ({ lat, count }) => lat / count),
    sort: Uint8Array.from(points, ({ sort }) => sort),
    count: Uint32Array.from(points, ({ count }) => count),
  }
}
