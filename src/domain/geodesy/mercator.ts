/** Side of a map tile at its own zoom, in pixels. */
export const TILE_PIXELS = 512

/** Mercator coordinates in [0, 1]²; y grows southwards. */
export function mercator(lon: number, lat: number): [x: number, y: number] {
  const sine = Math.sin((lat * Math.PI) / 180)
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)]
}

/** Longitude and latitude of Mercator coordinates. */
export function unproject(x: number, y: number): [lon: number, lat: number] {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI]
}
