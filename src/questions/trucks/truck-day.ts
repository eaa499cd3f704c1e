import { formatDay, type IsoDay, parseDay } from '@/domain/calendar'
import { secondsAt } from '@/domain/trucks/clock-hours'
import { forEachTruck, PER_DEGREE, type Positions, type Second, UNKNOWN } from '@/domain/trucks/positions'
import { thinnedPath } from '@/domain/trucks/thinned-path'
import { SECOND } from '@/io/tracks/track-columns'
import type { Tracks } from '@/io/tracks/tracks'
import type { OpenedPackage } from '@/questions/opened-package'
import { isOnCard, type TruckCardRequest } from './truck-card'

/** Paths of trucks on a day, for drawing: stored one after another, possibly several per truck. */
export interface TruckDay {
  readonly day: IsoDay
  /** One per path. */
  readonly plates: readonly string[]
  /** Index of the first position of each path, and the total as a last entry. */
  readonly starts: Uint32Array
  /** Seconds since the start of the day. */
  readonly second: Uint32Array
  /** Degrees. */
  readonly lon: Float64Array
  readonly lat: Float64Array
  /** EMPTY, HALF, FULL or UNKNOWN. */
  readonly load: Uint8Array
}

/** Tolerance in metres for thinning the paths of many trucks; the terminals' positions are hardly more accurate. */
const DRAWN_METRES = 10

/**
 * The positions of a day of one truck, a company's trucks, or all; paths are cut at midnight. For one truck all
 * positions; for several only those that the drawing needs, since most of a million lie between two others.
 */
export async function truckDay(
  opened: OpenedPackage,
  tracks: Tracks,
  day: IsoDay,
  asked: TruckCardRequest | null = null,
): Promise<TruckDay> {
  const from = secondsAt(parseDay(day))
  const truck = asked && 'plate' in asked ? asked.plate : undefined
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
  if (!read) return { day, ...nobody() }
  return pathsOf(read, day, from, {
    apartSeconds: opened.pack.trucks?.moving.apartSeconds ?? Number.POSITIVE_INFINITY,
    isWhole: truck !== undefined,
    isAsked: asked ? isOnCard(opened, tracks.toldOf(day.slice(0, 7)), asked) : () => true,
  })
}

/** A function, since arrays given to the page are transferred and no longer usable here. */
const nobody = (): Omit<TruckDay, 'day'> => ({
  plates: [],
  starts: new Uint32Array(1),
  second: new Uint32Array(),
  lon: new Float64Array(),
  lat: new Float64Array(),
  load: new Uint8Array(),
})

function pathsOf(
  read: Pick<Positions, 'trucks' | 'truck' | 'second' | 'lon' | 'lat' | 'load'>,
  day: IsoDay,
  begin: Second,
  {
    apartSeconds,
    isWhole,
    isAsked,
  }: {
    readonly apartSeconds: number
    readonly isWhole: boolean
    readonly isAsked: (plate: string) => boolean
  },
): TruckDay {
  const { trucks, truck, second } = read
  const starts: number[] = []
  const plates: string[] = []
  const kept = new Uint32Array(truck.length)
  let length = 0
  const addPath = (from: number, until: number) => {
    starts.push(length)
    plates.push(trucks[truck[from]!]!)
    if (isWhole) for (let row = from; row < until; row++) kept[length++] = row
    else for (const row of thinnedPath(read, from, until, DRAWN_METRES)) kept[length++] = row
  }
  const isShown = trucks.map(isAsked)
  forEachTruck(truck, (from, until) => {
    if (until === from || !isShown[truck[from]!]) return
    let first = from
    for (let row = from + 1; row < until; row++)
      if (second[row]! - second[row - 1]! > apartSeconds) {
        addPath(first, row)
        first = row
      }
    addPath(first, until)
  })
  const rows = kept.subarray(0, length)
  return {
    ...{ day, plates },
    starts: Uint32Array.from([...starts, length]),
    second: rows.map((row) => second[row]! - begin),
    lon: taken(rows, Float64Array, (row) => read.lon[row]! / PER_DEGREE),
    lat: taken(rows, Float64Array, (row) => read.lat[row]! / PER_DEGREE),
    load: taken(rows, Uint8Array, (row) => read.load[row]!),
  }
}

/** One value per row. `TypedArray.from` uses an iterator, and takes ten times as long. */
function taken<T extends Uint8Array | Float64Array>(
  rows: Uint32Array,
  Into: new (length: number) => T,
  figure: (row: number) => number,
): T {
  const into = new Into(rows.length)
  for (let nth = 0; nth < rows.length; nth++) into[nth] = figure(rows[nth]!)
  return into
}
