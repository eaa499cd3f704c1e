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

/** Where the trucks are that are under way at a moment: between two positions on the line between them. */
export function trackHeads({ starts, second, lon, lat, load }: TrackPaths, at: number): TrackHead[] {
  const heads: TrackHead[] = []
  for (let path = 0; path + 1 < starts.length; path++) {
    const [begin, end] = [starts[path]!, starts[path + 1]!]
    const next = rowAfter(second, begin, end, at)
    const row = next - 1
    if (row < begin || (next === end && at - second[row]! > STAYS)) continue
    const part = next === end ? 0 : (at - second[row]!) / (second[next]! - second[row]!)
    const along = (of: Float64Array) => of[row]! + part * ((of[next] ?? of[row]!) - of[row]!)
    heads.push({ at: [along(lon), along(lat)], isLoaded: load[row] === 1 || load[row] === 2 })
  }
  return heads
}
