/** Paths of trucks in time, stored one after another: each row is a second of the day and a position. */
export interface TrackPaths {
  /** Index of the first row of each path, and the total as a last entry. */
  readonly starts: Uint32Array
  readonly second: Uint32Array
  readonly lon: Float64Array
  readonly lat: Float64Array
  /** 0 empty, 1 half, 2 full, else unknown. */
  readonly load: Uint8Array
}

/** What to draw of trucks at a moment. */
export interface TrackInput {
  readonly paths: TrackPaths
  /** Second of the day; `trail`: length of the trail before it, in seconds. */
  readonly at: number
  readonly trail: number
  /** CSS colours: of trails, of loaded trucks, and of trucks that are empty or of unknown load. */
  readonly colours: { readonly trail: string; readonly loaded: string; readonly empty: string }
}

/** Seconds that a truck is shown after its last position. */
const STAYS = 300

/** The first row of a path [begin, end) later than `at`; `end` if there is none. */
export function rowAfter(second: Uint32Array, begin: number, end: number, at: number): number {
  let [low, high] = [begin, end]
  while (low < high) {
    const middle = (low + high) >> 1
    if (second[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** Position of a truck at a moment, and whether it is loaded. */
export interface TrackHead {
  /** Index of its path. */
  readonly path: number
  readonly at: [lon: number, lat: number]
  readonly isLoaded: boolean
}

/** Position at a moment between two consecutive rows, interpolated linearly. */
function placeAt({ second, lon, lat }: TrackPaths, row: number, next: number, at: number): [number, number] {
  const part = (at - second[row]!) / (second[next]! - second[row]!)
  const along = (of: Float64Array) => of[row]! + part * (of[next]! - of[row]!)
  return [along(lon), along(lat)]
}

/** The part of a path between two moments, with interpolated ends; null if there is none. */
export function wayBetween(paths: TrackPaths, path: number, from: number, until: number): [number, number][] | null {
  const { starts, second, lon, lat } = paths
  const [begin, end] = [starts[path]!, starts[path + 1]!]
  const first = rowAfter(second, begin, end, from)
  const after = rowAfter(second, begin, end, until)
  if (until <= from || after === begin || first === end) return null
  const way: [number, number][] = first > begin ? [placeAt(paths, first - 1, first, from)] : []
  for (let row = first; row < after; row++) way.push([lon[row]!, lat[row]!])
  if (after < end && second[after - 1]! < until) way.push(placeAt(paths, after - 1, after, until))
  return way.length > 1 ? way : null
}

/** All paths from their first to their last row; a path of a single row is left out. */
export const wholeWays = ({ starts, lon, lat }: TrackPaths): [number, number][][] =>
  Array.from({ length: starts.length - 1 }, (_, path) =>
    Array.from({ length: starts[path + 1]! - starts[path]! }, (_, nth): [number, number] => {
      const row = starts[path]! + nth
      return [lon[row]!, lat[row]!]
    }),
  ).filter(({ length }) => length > 1)

/** Positions of the trucks under way at a moment, interpolated between rows. */
export function trackHeads(paths: TrackPaths, at: number): TrackHead[] {
  const { starts, second, lon, lat, load } = paths
  const heads: TrackHead[] = []
  for (let path = 0; path + 1 < starts.length; path++) {
    const [begin, end] = [starts[path]!, starts[path + 1]!]
    const next = rowAfter(second, begin, end, at)
    const row = next - 1
    if (row < begin || (next === end && at - second[row]! > STAYS)) continue
    const place: TrackHead['at'] = next === end ? [lon[row]!, lat[row]!] : placeAt(paths, row, next, at)
    heads.push({ path, at: place, isLoaded: load[row] === 1 || load[row] === 2 })
  }
  return heads
}
