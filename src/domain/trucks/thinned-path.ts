import { metresPerDegree } from '@/domain/geodesy/distance'
import { PER_DEGREE, type Positions } from './positions'

type Timed = Pick<Positions, 'second' | 'lon' | 'lat' | 'load'>

/**
 * The rows of a path, in [from, until) and with strictly increasing times, that are needed to draw it: the first and
 * last row, each row where the load changes, and enough others that a truck driven evenly along the lines is, at the
 * time of each row, within `metres` of it east-west and north-south. Works in one pass: it keeps the range of speeds
 * with which a line from the last kept row passes near enough to every row since.
 */
export function thinnedPath({ second, lon, lat, load }: Timed, from: number, until: number, metres: number): number[] {
  if (until - from < 3) return Array.from({ length: until - from }, (_, nth) => from + nth)
  const [east, north] = metresPerDegree(lat[from]! / PER_DEGREE)
  const [slackX, slackY] = [(metres / east) * PER_DEGREE, (metres / north) * PER_DEGREE]
  const kept = [from]
  let anchor = from
  let [leastX, mostX, leastY, mostY] = ANY_SPEED
  for (let row = from + 1; row < until; row++) {
    const time = second[row]! - second[anchor]!
    const [x, y] = [lon[row]! - lon[anchor]!, lat[row]! - lat[anchor]!]
    const isStraight = x >= leastX * time && x <= mostX * time && y >= leastY * time && y <= mostY * time
    if (row - anchor > 1 && (!isStraight || load[row - 1] !== load[anchor])) {
      anchor = row - 1
      kept.push(anchor)
      ;[leastX, mostX, leastY, mostY] = ANY_SPEED
      row--
      continue
    }
    leastX = Math.max(leastX, (x - slackX) / time)
    mostX = Math.min(mostX, (x + slackX) / time)
    leastY = Math.max(leastY, (y - slackY) / time)
    mostY = Math.min(mostY, (y + slackY) / time)
  }
  kept.push(until - 1)
  return kept
}

const ANY_SPEED = [-Infinity, Infinity, -Infinity, Infinity] as const
