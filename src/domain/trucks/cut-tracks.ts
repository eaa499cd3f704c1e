import { metresBetween } from './drop-jumps'
import { forEachTruck, NO_FIGURE, PER_DEGREE, type Positions, STATE, UNKNOWN } from './positions'
import { type Cut, findStopRows, isGapBefore, middleOf, type StopRows, type Stops } from './stops'
import { TRIP, type Trips } from './trips'

/** The stops and trips that positions were cut into. */
export interface CutTracks {
  readonly stops: Stops
  readonly trips: Trips
  /** For each trip its rows, [first, last]; valid only for the positions it was cut from. */
  readonly tripRows: Uint32Array
  /** The same for each stop. */
  readonly stopRows: Uint32Array
}

interface Leg extends StopRows {
  readonly truck: number
  readonly flags: number
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

/** Cuts positions, ordered by truck and time, into stops and the trips between them. */
export function cutTracks(positions: Positions, cut: Cut): CutTracks {
  const stands: (StopRows & { readonly truck: number })[] = []
  const legs: Leg[] = []
  forEachTruck(positions.truck, (begin, end) => {
    const truck = positions.truck[begin]!
    const own = findStopRows(positions, begin, end, cut)
    for (const stand of own) stands.push({ ...stand, truck })
    let before: StopRows | null = null
    for (const stand of [...own, null]) {
      const [first, last] = [before ? before.last : begin, stand ? stand.first : end - 1]
      legs.push(...legsBetween(positions, truck, first, last, before, stand, cut))
      before = stand
    }
  })
  return { ...stopTable(positions, stands), ...tripTable(positions, legs) }
}

/** The trips between two stops: split where part of the way is unknown; parts shorter than the minimum are dropped. */
function legsBetween(
  positions: Positions,
  truck: number,
  first: number,
  last: number,
  before: StopRows | null,
  after: StopRows | null,
  cut: Cut,
): Leg[] {
  const pieces: StopRows[] = []
  let begin = first
  for (let row = first + 1; row <= last; row++)
    if (isGapBefore(positions, row, cut)) {
      pieces.push({ first: begin, last: row - 1 })
      begin = row
    }
  pieces.push({ first: begin, last })
  const at = (row: number) => [positions.lon[row]! / PER_DEGREE, positions.lat[row]! / PER_DEGREE] as const
  return pieces.flatMap((piece, i): Leg[] => {
    const isFirst = i === 0 && before !== null
    const isLast = i === pieces.length - 1 && after !== null
    if (lengthOf(positions, piece) < cut.trip.leastMetres) return []
    return [
      {
        ...piece,
        truck,
        flags: (isFirst ? 0 : TRIP.beginCut) | (isLast ? 0 : TRIP.endCut),
        from: isFirst ? middleOf(positions, before) : at(piece.first),
        to: isLast ? middleOf(positions, after) : at(piece.last),
      },
    ]
  })
}

function lengthOf(positions: Positions, { first, last }: StopRows): number {
  let metres = 0
  for (let row = first + 1; row <= last; row++) metres += metresBetween(positions, row - 1, row)
  return metres
}

function stopTable(positions: Positions, stands: readonly (StopRows & { readonly truck: number })[]) {
  const { second, load, state } = positions
  const count = stands.length
  const stops = {
    trucks: positions.trucks,
    truck: new Uint32Array(count),
    from: new Uint32Array(count),
    until: new Uint32Array(count),
    lon: new Float64Array(count),
    lat: new Float64Array(count),
    loadBefore: new Uint8Array(count),
    loadAfter: new Uint8Array(count),
    lifted: new Uint32Array(count),
  }
  const stopRows = new Uint32Array(2 * count)
  for (const [i, { truck, first, last }] of stands.entries()) {
    const [lon, lat] = middleOf(positions, { first, last })
    stops.truck[i] = truck
    stops.from[i] = second[first]!
    stops.until[i] = second[last]!
    stops.lon[i] = lon
    stops.lat[i] = lat
    const known = load.subarray(first, last + 1).filter((each) => each !== UNKNOWN)
    stops.loadBefore[i] = known[0] ?? UNKNOWN
    stops.loadAfter[i] = known.at(-1) ?? UNKNOWN
    let lifted = 0
    for (let row = first; row < last; row++) if (state[row]! & STATE.lifted) lifted += second[row + 1]! - second[row]!
    stops.lifted[i] = lifted
    stopRows.set([first, last], 2 * i)
  }
  return { stops, stopRows }
}

function tripTable(positions: Positions, legs: readonly Leg[]) {
  const { second, speed } = positions
  const count = legs.length
  const numbers = () => new Float64Array(count)
  const trips = {
    trucks: positions.trucks,
    truck: new Uint32Array(count),
    from: new Uint32Array(count),
    until: new Uint32Array(count),
    fromLon: numbers(),
    fromLat: numbers(),
    toLon: numbers(),
    toLat: numbers(),
    metres: new Float32Array(count),
    topKmh: new Float32Array(count),
    load: new Uint8Array(count),
    flags: new Uint8Array(count),
  }
  const tripRows = new Uint32Array(2 * count)
  for (const [i, leg] of legs.entries()) {
    trips.truck[i] = leg.truck
    trips.from[i] = second[leg.first]!
    trips.until[i] = second[leg.last]!
    ;[trips.fromLon[i], trips.fromLat[i]] = leg.from
    ;[trips.toLon[i], trips.toLat[i]] = leg.to
    trips.metres[i] = lengthOf(positions, leg)
    const speeds = speed.subarray(leg.first, leg.last + 1).filter((each) => each !== NO_FIGURE)
    trips.topKmh[i] = speeds.length === 0 ? Number.NaN : speeds.reduce((top, each) => Math.max(top, each)) / 10
    trips.load[i] = mostOf(positions, leg)
    trips.flags[i] = leg.flags
    tripRows.set([leg.first, leg.last], 2 * i)
  }
  return { trips, tripRows }
}

/**
 * The load that is known for most of the way between two stops, by metres: a truck that waits for minutes before it is
 * loaded reports more positions empty than loaded. If the way was nowhere known, the load of most rows. The rows of the
 * stops themselves count only if there are hardly any others.
 */
function mostOf(positions: Positions, { first, last }: StopRows): number {
  const [metres, rows] = [new Map<number, number>(), new Map<number, number>()]
  const [from, until] = last - first > 2 ? [first + 1, last - 1] : [first, last]
  const add = (to: Map<number, number>, load: number, amount: number) => to.set(load, (to.get(load) ?? 0) + amount)
  for (let row = from; row <= until; row++) {
    const load = positions.load[row]!
    if (load === UNKNOWN) continue
    add(rows, load, 1)
    if (row > first) add(metres, load, metresBetween(positions, row - 1, row))
  }
  const counts = [...metres.values()].some((way) => way > 0) ? metres : rows
  let [most, times] = [UNKNOWN as number, 0]
  for (const [load, count] of counts) if (count > times) [most, times] = [load, count]
  return most
}
