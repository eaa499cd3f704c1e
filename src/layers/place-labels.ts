import type { Feature, Point } from 'geojson'
import { mercator, TILE_PIXELS } from '@/domain/geodesy/mercator'

/** Half of a letter's width and of a line's height, a little more than drawn. */
const HALF_LETTER = 8
const HALF_LINE = 10

type Label = Feature<Point, { readonly text: string }>

/** Labels that do not lie over one another at a zoom: of two that would, the one that comes first stays. */
export function placeLabels(labels: readonly Label[], zoom: number): Label[] {
  const world = TILE_PIXELS * 2 ** zoom
  const taken: { x: number; y: number; width: number; height: number }[] = []
  return labels.filter(({ properties: { text }, geometry }) => {
    const [lon, lat] = geometry.coordinates as [number, number]
    const [mx, my] = mercator(lon, lat)
    const lines = text.split('\n')
    const width = Math.max(...lines.map(letters)) * HALF_LETTER
    const box = { x: mx * world, y: my * world, width, height: lines.length * HALF_LINE }
    const free = taken.every(
      (other) =>
        Math.abs(box.x - other.x) > box.width + other.width || Math.abs(box.y - other.y) > box.height + other.height,
    )
    if (free) taken.push(box)
    return free
  })
}

/** Width of a line in Chinese letters; a Latin one is half as wide. */
const letters = (line: string) => [...line].reduce((sum, letter) => sum + (letter < '\u2E80' ? 0.55 : 1), 0)
