const RADIANS = Math.PI / 180

/** A point on a circle around the origin; degrees clockwise from north, y grows downwards. */
export const onCircle = (degrees: number, radius: number): readonly [x: number, y: number] => [
  radius * Math.sin(degrees * RADIANS),
  -radius * Math.cos(degrees * RADIANS),
]

const point = (degrees: number, radius: number) =>
  onCircle(degrees, radius)
    .map((each) => each.toFixed(2))
    .join(',')

/** SVG path of a ring segment centred on a direction; 360 degrees give a whole ring or disc. */
export function annulus(degrees: number, width: number, inner: number, outer: number): string {
  if (width >= 360)
    return [outer, inner]
      .filter((radius) => radius > 0)
      .map((radius) => `M0,${-radius}A${radius},${radius},0,1,1,0,${radius}A${radius},${radius},0,1,1,0,${-radius}Z`)
      .join('')
  const [from, until] = [degrees - width / 2, degrees + width / 2]
  return `M${point(from, inner)}L${point(from, outer)}A${outer},${outer},0,0,1,${point(until, outer)}L${point(until, inner)}A${inner},${inner},0,0,0,${point(from, inner)}Z`
}
