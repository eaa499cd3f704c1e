import { formatDay, type IsoDay, parseDay } from '@/domain/calendar'
import { secondsAt } from '@/domain/trucks/clock-hours'
import { eachTruck, PER_DEGREE, type Positions, type Second, UNKNOWN } from '@/domain/trucks/positions'
import { SECOND } from '@/io/tracks/track-columns'
import type { Tracks } from '@/io/tracks/tracks'

/** Where all trucks were on a day, as a drawing takes it: paths one behind the other, of which a truck may have several. */
export interface TruckDay {
  readonly day: IsoDay
  /** Of each path. */
  readonly plates: readonly string[]
  /** Where each path begins; one more at the end. */
  readonly starts: Uint32Array
  /** Seconds since the day began. */
  readonly second: Uint32Array
  /** Degrees. */
  readonly lon: Float64Array
  readonly lat: Float64Array
  /** EMPTY, HALF, FULL or UNKNOWN. */
  readonly load: Uint8Array
}

/** The positions of a day, of one truck or of all; those of the night that reach over midnight are cut. */
export async function truckDay(tracks: Tracks, day: IsoDay, truck?: string): Promise<TruckDay> {
  const from = secondsAt(parseDay(day))
  const wanted = { from, until: from + 86_400, ...(truck !== undefined && { truck }) }
  const read = await tracks.read(formatDay(parseDay(day)).slice(0, 7), 'positions', wanted, async (file, of) => {
    const rows = await file.columns(of, ['lon', 'lat', 'load'])
    return {
      trucks: rows.trucks,
      truck: rows.truck,
      second: rows.whole(SECOND, Uint32Array),
      lon: rows.whole('lon', Int32Array),
      lat: rows.whole('lat', Int32Array),
      load: rows.whole('load', Uint8Array, UNKNOWN),
    }
  })
  return read ? pathsOf(read, day, from) : { day, ...nobody() }
}

/** Made anew each time: what is given to the page is gone from here. */
const nobody = (): Omit<TruckDay, 'day'> => ({
  plates: [],
  starts: new Uint32Array(1),
  second: new Uint32Array(),
  lon: new Float64Array(),
  lat: new Float64Array(),
  load: new Uint8Array(),
})

/** Nothing came for so long: a path ends, and another begins. */
const BREAK_SECONDS = 900

function pathsOf(
  { trucks, truck, second, lon, lat, load }: Pick<Positions, 'trucks' | 'truck' | 'second' | 'lon' | 'lat' | 'load'>,
  day: IsoDay,
  begin: Second,
): TruckDay {
  const starts: number[] = []
  const plates: string[] = []
  eachTruck(truck, (from, until) => {
    for (let row = from; row < until; row++)
      if (row === from || second[row]! - second[row - 1]! > BREAK_SECONDS) {
        starts.push(row)
        plates.push(trucks[truck[row]!]!)
      }
  })
  return {
    ...{ day, plates, load },
    starts: Uint32Array.from([...starts, truck.length]),
    second: second.map((each) => each - begin),
    lon: degrees(lon),
    lat: degrees(lat),
  }
}

/** `Float64Array.from` goes by an iterator, and takes ten times as long. */
function degrees(millionths: Int32Array): Float64Array {
  const of = new Float64Array(millionths.length)
  for (let row = 0; row < of.length; row++) of[row] = millionths[row]! / PER_DEGREE
  return of
}
