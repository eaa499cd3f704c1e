import type { Position } from '@/domain/geodesy/position'
import type { Bounds } from '@/map/instance/bounds'
import type { PictureMark } from './picture-input'

/** A source to be drawn on a picture with the number that the accompanying list explains. */
export type SourceMark = Omit<PictureMark, 'shape' | 'mark'>

/**
 * What a picture shows: numbered sources on the whole city or around positions, or all shown sources on the city,
 * around positions, or in a box.
 */
export type PictureContent =
  | { readonly marks: readonly SourceMark[]; readonly about?: readonly Position[] }
  | { readonly about: readonly Position[] | null }
  | { readonly box: Bounds | null }

/** Minimum extent shown around a single source, in degrees. */
const MIN_DEGREES = 0.02

/** Bounds around positions, at least {@link MIN_DEGREES} in size; the whole city if there are none. */
function boundsAbout(places: readonly Position[], city: Bounds): Bounds {
  if (places.length === 0) return city
  const lons = places.map(([lon]) => lon)
  const lats = places.map(([, lat]) => lat)
  const around = (values: readonly number[]): [number, number] => {
    const [low, high] = [Math.min(...values), Math.max(...values)]
    const more = Math.max(0, MIN_DEGREES - (high - low)) / 2
    return [low - more, high + more]
  }
  const [[west, east], [south, north]] = [around(lons), around(lats)]
  return [west, south, east, north]
}

/** Bounds that a picture must show. */
export const boundsOf = (of: PictureContent, city: Bounds): Bounds => {
  if ('box' in of && of.box) return of.box
  return 'about' in of && of.about ? boundsAbout(of.about, city) : city
}
