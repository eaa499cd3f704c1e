import type { MonthReport } from '@/domain/dustfall/month-report'
import { mercator, TILE_PIXELS } from '@/domain/geodesy/mercator'
import type { Box } from '@/layers/box-index'
import type { CountyShapes } from '@/layers/county-shapes'
import { placeLabels, textSize } from '@/layers/label-places'
import { countyLabelRequests } from '@/layers/map-labels'
import { countyAreas, countyLabels } from '@/map/style/county-labels'
import type { Dataset } from '@/questions/dataset'

/** Names are placed at the scale where their letters have the map's smallest size, so that none is shrunk. */
const LETTER_PIXELS = 12
/** Margin around the counties in letters, for names that find no room in their own county. */
const ROOM_ABOUT = 4
/** Free space between the content and the edge of the drawing, in letters. */
const EDGE = 0.3

/** A name on the drawing of the counties, in the drawing's units. */
export interface WallLabel {
  readonly county: string
  readonly lines: readonly string[]
  /** Centre of the text. */
  readonly x: number
  readonly y: number
  /** Line from the county to a name that stands beside it; null if the name is inside. */
  readonly leader: readonly [fromX: number, fromY: number, toX: number, toY: number] | null
  /** Dustfall class under the text; undefined if the text is not on the county. */
  readonly dustfall: number | undefined
}

/** Names on a drawing, and the box around them and the counties, in the drawing's units. */
export interface WallNames {
  readonly labels: readonly WallLabel[]
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/**
 * The counties' names and figures on a drawing: inside the county where there is room, else outside at the end of a
 * leader. `letter` is the letter height in the drawing's units.
 */
export function wallLabels(
  dataset: Dataset,
  report: MonthReport,
  language: string,
  shapes: CountyShapes,
  letter: number,
): WallNames {
  const margin = ROOM_ABOUT * letter
  const [west, south, east, north] = shapes.bounds
  const [left, bottom] = mercator(west, south)
  const [right, top] = mercator(east, north)
  const perUnit = (right - left) / shapes.width
  const [width, height] = [shapes.width + 2 * margin, shapes.height + 2 * margin].map((each) => each * perUnit) as [
    number,
    number,
  ]
  // Label placement expects a window that extends half the view on every side.
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
  // Counties over the limit are placed first.
  counties.features.sort((a, b) => (b.properties.dustfall ?? -1) - (a.properties.dustfall ?? -1))
  const wishes = countyLabelRequests({ counties, countyAreas: countyAreas(dataset) }, LETTER_PIXELS, zoom, () => true)
  const boxes: Box[] = [[0, 0, shapes.width, shapes.height]]
  const labels = placeLabels(wishes, [], window, zoom).map(({ wish, at, offset: [dx, dy], leader }): WallLabel => {
    const [x, y] = shapes.place(at)
    const [wide, high] = textSize(wish.text, letter)
    const [middleX, middleY] = [x + dx * units, y + dy * units]
    boxes.push([middleX - wide / 2, middleY - high / 2, middleX + wide / 2, middleY + high / 2])
    return {
      county: codes.get(String([...at])) ?? '',
      lines: wish.text.split('\n'),
      x: middleX,
      y: middleY,
      leader: leader && [x, y, x + leader[0] * units, y + leader[1] * units],
      dustfall: wish.dustfall,
    }
  })
  const edge = EDGE * letter
  const [drawnLeft, drawnTop] = [0, 1].map((i) => Math.min(...boxes.map((box) => box[i]!)) - edge)
  const [drawnRight, drawnBottom] = [2, 3].map((i) => Math.max(...boxes.map((box) => box[i]!)) + edge)
  return {
    labels,
    box: { x: drawnLeft!, y: drawnTop!, width: drawnRight! - drawnLeft!, height: drawnBottom! - drawnTop! },
  }
}
