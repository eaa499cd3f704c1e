import { distanceMetres } from '@/domain/geodesy/distance'
import { fitCamera } from '@/domain/geodesy/fit-camera'
import { mercator, unproject } from '@/domain/geodesy/mercator'
import type { Position } from '@/domain/geodesy/position'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { Shape } from '@/domain/sources/kinds/shape'
import type { Window } from '@/domain/sources/view/drawn-sources'
import { borderLines } from '@/layers/border-lines'
import type { Box } from '@/layers/box-index'
import { type LabelRequest, type PlacedLabel, placeLabels } from '@/layers/label-places'
import { countyLabelRequests } from '@/layers/map-labels'
import { type Bounds, boundsOf } from '@/map/instance/bounds'
import { groupMarks, type MarkGroup } from '@/map/picture/mark-groups'
import { SCALE_MAX_PIXELS } from '@/map/picture/scale-and-north'
import { countyAreas, countyLabels } from '@/map/style/county-labels'
import type { Dataset } from '@/questions/dataset'
import { pathOf, screenAt } from './ground-drawing'

/** Result of a visit as the map shows it, worst first. `found`: a source that is on no list yet. */
export const VISIT_STATES = ['failing', 'partial', 'found', 'fine'] as const
export type VisitState = (typeof VISIT_STATES)[number]

/**
 * A visit or a found source on the map, as a symbol of its kind with the number that the accompanying list explains.
 */
export interface VisitMark {
  readonly at: Position
  readonly number: number
  /** Name to show instead of the number, where numbers belong to another list; absent for a visit. */
  readonly name?: string
  readonly state: VisitState
  readonly kind: KindId
  readonly shape: Shape
  /** The kind's own mark in its symbol; '' without one. */
  readonly letter: string
}

/** A map of visits in pixels, ready to be drawn. */
export interface VisitMap {
  readonly width: number
  readonly height: number
  readonly counties: readonly string[]
  readonly borders: readonly string[]
  readonly neighbours: readonly string[]
  readonly rivers: readonly string[]
  readonly groups: readonly MarkGroup<VisitMark>[]
  readonly labels: readonly (PlacedLabel<'county' | VisitState> & { readonly on: readonly [x: number, y: number] })[]
  /** Distance in metres of the longest allowed scale bar. */
  readonly mostMetres: number
  /** The states that occur, worst first, and one mark of each kind. */
  readonly states: readonly VisitState[]
  readonly kinds: readonly VisitMark[]
  /** The whole city with the shown part marked; null if most of the city is shown anyway, or if no corner is free. */
  readonly overview: Overview | null
}

interface Overview {
  /** Its upper left corner on the map. */
  readonly left: number
  readonly top: number
  readonly paths: readonly string[]
  readonly window: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/** Free pixels around the places, for their numbers. */
const PADDING = 64
/** Minimum extent in degrees, so that a single place is shown with its surroundings. */
const MIN_DEGREES = 0.06
export const SYMBOL_PIXELS = 14
const NUMBER_PIXELS = 14
/** Possible leader lengths in pixels; long ones, because a picture can't be zoomed to find room. */
const LEADERS = [22, 38, 58, 86, 118, 152]
/** Numbers per line where many visits share one place. */
const NUMBERS_IN_LINE = 4
/** A label centred closer to the edge than this would be cut off. */
const EDGE = 14
/** Grid steps across and down for finding a label position in a county whose centre is not in view. */
const NAME_STEPS = 12
/** Pixels between the overview and the edge. */
const CORNER = 8
/** Side of the overview in pixels. */
export const OVERVIEW_PIXELS = 150

/** Numbers of visits at one place, with runs as “3–5”; none is left out. */
export function numbersLine(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  const words = runs.flatMap(([from, to]) =>
    from === to ? [`${from}`] : to === from + 1 ? [`${from}`, `${to}`] : [`${from}–${to}`],
  )
  const lines = Array.from({ length: Math.ceil(words.length / NUMBERS_IN_LINE) }, (_, i) =>
    words.slice(i * NUMBERS_IN_LINE, (i + 1) * NUMBERS_IN_LINE).join('、'),
  )
  return lines.join('\n')
}

/** Label of marks at one place: the numbers of visits, then the names. */
const namesOf = (marks: readonly VisitMark[]): string =>
  [
    numbersLine(marks.flatMap(({ number, name }) => (name === undefined ? [number] : []))),
    ...marks.flatMap(({ name }) => name ?? []),
  ]
    .filter(Boolean)
    .join('、')

function boundsAbout(places: readonly Position[]): Bounds {
  const around = (values: readonly number[]): [number, number] => {
    const [low, high] = [Math.min(...values), Math.max(...values)]
    const more = Math.max(0, MIN_DEGREES - (high - low)) / 2
    return [low - more, high + more]
  }
  const [west, east] = around(places.map(([lon]) => lon))
  const [south, north] = around(places.map(([, lat]) => lat))
  return [west, south, east, north]
}

/** Lays out a map of visits: places with numbers, surrounding counties, at a scale that tells them apart. */
export function visitMap(
  dataset: Dataset,
  marks: readonly VisitMark[],
  language: string,
  [width, height]: readonly [width: number, height: number],
): VisitMap {
  const bounds = boundsAbout(marks.map(({ at }) => at))
  const camera = fitCamera(bounds, width, height, PADDING)
  const { window, place } = screenAt(camera, width, height)
  const rank = ({ state }: VisitMark) => VISIT_STATES.indexOf(state)
  const groups = groupMarks(
    [...marks].sort((a, b) => rank(a) - rank(b) || a.number - b.number),
    ({ at }) => {
      const [x, y] = place(at)
      return { x, y }
    },
  )
  const half = SYMBOL_PIXELS / 2 + 1
  const overview = overviewOf(dataset, window, [width, height], groups)
  // Scale, north arrow and overview cover parts of the map: no label may be placed under them.
  const over: Box[] = [
    [0, height - 48, SCALE_MAX_PIXELS + 32, height],
    [width - 52, 0, width, 64],
    ...(overview
      ? [[overview.left, overview.top, overview.left + OVERVIEW_PIXELS, overview.top + OVERVIEW_PIXELS] as const]
      : []),
  ]
  const middle: Position = [camera.lon, camera.lat]
  const wishes = groups.map(({ marks: own }) => ({
    role: own[0].state,
    text: namesOf(own),
    at: own[0].at,
    size: NUMBER_PIXELS,
    anchors: ['top', 'right', 'left', 'bottom', 'leader'] as const,
    gap: half,
    leaders: LEADERS,
  }))
  const labels = placeLabels(
    [...wishes, ...countyNames(dataset, language, window, camera.zoom)],
    [
      ...groups.map(({ marks: own }) => ({ at: own[0].at, box: [-half, -half, half, half] as const })),
      ...over.map(([left, top, right, bottom]) => ({
        at: middle,
        box: [left - width / 2, top - height / 2, right - width / 2, bottom - height / 2] as const,
      })),
    ],
    widened(window),
    camera.zoom,
  )
  const isSeen = ({ on: [x, y], offset: [dx, dy] }: VisitMap['labels'][number]) =>
    x + dx >= EDGE && y + dy >= EDGE && x + dx <= width - EDGE && y + dy <= height - EDGE
  const seen = labels.map((label) => ({ ...label, on: place(label.at) })).filter(isSeen)
  const named = new Set(seen.map(({ at }) => at))
  // A number that finds no room is still drawn above its own mark.
  const crowded = wishes.filter(({ at }) => !named.has(at)).map((wish) => ({ ...above(wish), on: place(wish.at) }))
  const paths = (of: Dataset['outlines'] | Dataset['neighbours'] | Dataset['rivers']) =>
    of.features.map(({ geometry }) => pathOf(geometry, place)).filter(Boolean)
  const { lon, lat } = camera
  const east: Position = [lon + MIN_DEGREES, lat]
  const perPixel = distanceMetres([lon, lat], east) / (place(east)[0] - place([lon, lat])[0])
  return {
    width,
    height,
    counties: paths(dataset.outlines),
    borders: borderLines(dataset.outlines).geometry.coordinates.map((coordinates) =>
      pathOf({ type: 'LineString', coordinates }, place),
    ),
    neighbours: paths(dataset.neighbours),
    rivers: paths(dataset.rivers),
    groups,
    labels: [...seen, ...crowded],
    mostMetres: SCALE_MAX_PIXELS * perPixel,
    states: VISIT_STATES.filter((state) => marks.some((mark) => mark.state === state)),
    kinds: [...new Map(marks.map((mark) => [mark.kind, mark])).values()],
    overview,
  }
}

const above = (wish: LabelRequest<VisitState>): PlacedLabel<VisitState> => ({
  wish,
  at: wish.at,
  offset: [0, -SYMBOL_PIXELS],
  angle: 0,
  leader: null,
})

/** The window grown by half its size on every side; label placement expects such a window. */
function widened({ west, north, east, south }: Window): Window {
  const [x, y] = [(east - west) / 2, (south - north) / 2]
  return { west: west - x, north: north - y, east: east + x, south: south + y }
}

/** County names, each placed within the visible part of its county. */
function countyNames(dataset: Dataset, language: string, { west, north, east, south }: Window, zoom: number) {
  const countyAreasOf = countyAreas(dataset)
  const counties = countyLabels(dataset, null, language)
  const steps = Array.from({ length: NAME_STEPS }, (_, i) => (i + 0.5) / NAME_STEPS)
  const places = steps.flatMap((x) =>
    steps.map((y) => unproject(west + x * (east - west), north + y * (south - north))),
  )
  const features = counties.features.flatMap((feature) => {
    const [lon, lat] = feature.geometry.coordinates as [number, number]
    const [x, y] = mercator(lon, lat)
    if (x > west && x < east && y > north && y < south) return [feature]
    const own = places.filter((each) => countyAreasOf.get(feature.properties.code)?.contains(...each))
    if (own.length === 0) return []
    const [midLon, midLat] = [0, 1].map((axis) => own.reduce((sum, each) => sum + each[axis]!, 0) / own.length)
    const off = (each: Position) => Math.hypot(each[0] - midLon!, each[1] - midLat!)
    const coordinates = [...own].sort((a, b) => off(a) - off(b))[0]!
    return [{ ...feature, geometry: { ...feature.geometry, coordinates } }]
  })
  return countyLabelRequests({ counties: { ...counties, features }, countyAreas: countyAreasOf }, NUMBER_PIXELS, zoom)
}

/** An overview of where in the city the shown part is, in a corner without a mark. */
function overviewOf(
  { outlines }: Dataset,
  { west, north, east, south }: Window,
  [width, height]: readonly [number, number],
  groups: readonly { readonly x: number; readonly y: number }[],
): Overview | null {
  const city = boundsOf(outlines)
  if (!city) return null
  const { place } = screenAt(fitCamera(city, OVERVIEW_PIXELS, OVERVIEW_PIXELS, 6), OVERVIEW_PIXELS, OVERVIEW_PIXELS)
  const [left, top] = place(unproject(west, north))
  const [right, bottom] = place(unproject(east, south))
  const isMost = right - left > OVERVIEW_PIXELS / 2 || bottom - top > OVERVIEW_PIXELS / 2
  const isFree = ([x, y]: readonly [number, number]) =>
    !groups.some(
      (group) =>
        group.x > x - SYMBOL_PIXELS &&
        group.y > y - SYMBOL_PIXELS &&
        group.x < x + OVERVIEW_PIXELS + SYMBOL_PIXELS &&
        group.y < y + OVERVIEW_PIXELS + SYMBOL_PIXELS,
    )
  const corner = (
    [
      [CORNER, CORNER],
      [width - OVERVIEW_PIXELS - CORNER, height - OVERVIEW_PIXELS - CORNER],
    ] as const
  ).find(isFree)
  if (isMost || !corner) return null
  return {
    left: corner[0],
    top: corner[1],
    paths: outlines.features.map(({ geometry }) => pathOf(geometry, place)),
    window: { x: left, y: top, width: right - left, height: bottom - top },
  }
}
