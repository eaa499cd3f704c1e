/** Paths of trucks in time, one behind the other: row by row a second of the day and a position. */
export interface TrackPaths {
  /** Where each path begins; one more at the end. */
  readonly starts: Uint32Array
  readonly second: Uint32Array
  readonly lon: Float64Array
  readonly lat: Float64Array
  /** 0 empty, 1 half, 2 full, else unknown. */
  readonly load: Uint8Array
}

/** What is drawn of trucks at a moment. */
export interface TrackInput {
  readonly paths: TrackPaths
  /** Second of the day; the trail is what of each path lies so many seconds before it. */
  readonly at: number
  readonly trail: number
  /** CSS colours: of trails, of trucks that carry something, and of those that are empty or say nothing. */
  readonly colours: { readonly trail: string; readonly loaded: string; readonly empty: string }
}

/** A truck is shown so long after its last position. */
const STAYS = 300

/** The first row of a path, [begin, end), whose second is later than one; `end` where none is. */
export function rowAfter(second: Uint32Array, begin: number, end: number, at: number): number {
  let [low, high] = [begin, end]
  while (low < high) {
    const middle = (low + high) >> 1
    if (second[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** Where a truck is at a moment, and whether it carries something. */
export interface TrackHead {
  readonly at: [lon: number, lat: number]
  readonly isLoaded: boolean
}

/** Where something on a path is at a moment, between a row and the next: on the line between them. */
function placeAt({ second, lon, lat }: TrackPaths, row: number, next: number, at: number): [number, number] {
  const part = (at - second[row]!) / (second[next]! - second[row]!)
  const along = (of: Float64Array) => of[row]! + part * (of[next]! - of[row]!)
  return [along(lon), along(lat)]
}

/** The way of a path between two moments, its ends on the lines between its rows; null where it has none of it. */
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

/** Where the trucks are that are under way at a moment: between two positions on the line between them. */
export function trackHeads(paths: TrackPaths, at: number): TrackHead[] {
  const { starts, second, lon, lat, load } = paths
  const heads: TrackHead[] = []
  for (let path = 0; path + 1 < starts.length; path++) {
    const [begin, end] = [starts[path]!, starts[path + 1]!]
    const next = rowAfter(second, begin, end, at)
    const row = next - 1
    if (row < begin || (next === end && at - second[row]! > STAYS)) continue
    const place: TrackHead['at'] = next === end ? [lon[row]!, lat[row]!] : placeAt(paths, row, next, at)
    heads.push({ at: place, isLoaded: load[row] === 1 || load[row] === 2 })
  }
  return heads
}
