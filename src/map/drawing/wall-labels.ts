import type { MonthReport } from '@/domain/dustfall/month-report'
import { mercator, TILE_PIXELS } from '@/domain/geodesy/mercator'
import type { CountyShapes } from '@/layers/county-shapes'
import { placeLabels } from '@/layers/label-places'
import { countyWishes } from '@/layers/map-labels'
import { countyAreas, countyLabels } from '@/map/style/county-labels'
import type { Dataset } from '@/questions/dataset'

/** Names are placed at the scale at which their letters are the smallest that a map has: none is made smaller then. */
const LETTER_PIXELS = 12

/** A name on the drawing of the counties, in its units. */
export interface WallLabel {
  readonly county: string
  readonly lines: readonly string[]
  /** Middle of the text. */
  readonly x: number
  readonly y: number
  /** From the county to its text, where that stands beside it; null where it stands in it. */
  readonly leader: readonly [fromX: number, fromY: number, toX: number, toY: number] | null
  /** Class of dustfall that lies under it; none where something else does. */
  readonly dustfall: number | undefined
}

/**
 * The names of the counties with their figures on a drawing: in the county where there is room, else outside at the end of a
 * line. `letter` is the height of a letter, `margin` the room about the drawing, in its units.
 */
export function wallLabels(
  dataset: Dataset,
  report: MonthReport,
  language: string,
  shapes: CountyShapes,
  letter: number,
  margin: number,
): WallLabel[] {
  const [west, south, east, north] = shapes.bounds
  const [left, bottom] = mercator(west, south)
  const [right, top] = mercator(east, north)
  const perUnit = (right - left) / shapes.width
  const [width, height] = [shapes.width + 2 * margin, shapes.height + 2 * margin].map((each) => each * perUnit) as [
    number,
    number,
  ]
  // A window reaches half the view beyond it on every side.
  const window = {
    west: left - margin * perUnit - width / 2,
    east: right + margin * perUnit + width / 2,
    north: top - margin * perUnit - height / 2,
    south: bottom + margin * perUnit + height / 2,
  }
  const units = letter / LETTER_PIXELS
  const zoom = Math.log2(1 / (perUnit * units) / TILE_PIXELS)
  const counties = countyLabels(dataset, report, language)
  const codes = new Map(
    counties.features.map(({ properties, geometry }) => [String(geometry.coordinates), properties.code]),
  )
  // Those over the limit find their place first.
  counties.features.sort((a, b) => (b.properties.dustfall ?? -1) - (a.properties.dustfall ?? -1))
  const wishes = countyWishes({ counties, countyAreas: countyAreas(dataset) }, LETTER_PIXELS, zoom, true)
  return placeLabels(wishes, [], window, zoom).map(({ wish, at, offset: [dx, dy], leader }) => {
    const [x, y] = shapes.place(at)
    return {
      county: codes.get(String([...at])) ?? '',
      lines: wish.text.split('\n'),
      x: x + dx * units,
      y: y + dy * units,
      leader: leader && [x, y, x + leader[0] * units, y + leader[1] * units],
      dustfall: wish.dustfall,
    }
  })
}
