import type { FeatureCollection, LineString, MultiLineString, Point } from 'geojson'
import type { AreaIndex } from '@/domain/geodesy/area-index'
import type { Position } from '@/domain/geodesy/position'
import { type DrawnSources, isProblem, type Window } from '@/domain/sources/view/drawn-sources'
import { textOf } from '@/domain/table/column'
import type { Box } from './box-index'
import { COUNTY_FADE } from './county-layers'
import { FAR_NAMES_ZOOM, type FarReading, farObstacles, sourcesToName } from './far-reading'
import type { LabelRequest } from './label-places'
import { badgeSize, symbolSize } from './symbol-sizes'

/** What a text on the map names. */
export type LabelRole = 'county' | 'point' | 'problem' | 'source' | 'town' | 'neighbour' | 'city' | 'river' | 'line'

/** A county's name with its figure below, and the figure's class; null if it has none. */
export interface CountyLabel {
  readonly code: string
  readonly text: string
  readonly dustfall: number | null
}

/** Named things on the map besides the sources. */
export interface NamedThings {
  /** Set for reading at arm's length. */
  readonly far?: FarReading
  /** Names of the counties, with the month's value below. */
  readonly counties: FeatureCollection<Point, CountyLabel>
  readonly countyAreas: ReadonlyMap<string, AreaIndex>
  /** Dustfall points with name and value. */
  readonly points: FeatureCollection<Point>
  /** Places around the city: name and level. */
  readonly places: FeatureCollection<Point, { readonly text: string; readonly level: string }>
  readonly rivers: readonly { readonly text: string; readonly lines: readonly (readonly Position[])[] }[]
  /** Shown sources that follow lines, with name and grade. */
  readonly lines: readonly { readonly text: string; readonly lines: readonly (readonly Position[])[] }[]
}

/** Zoom range in which each kind of text is shown. */
const ZOOMS: Readonly<Record<LabelRole, readonly [from: number, to: number]>> = {
  // Nearer, the current county is named at the top of the map.
  county: [0, 12.5],
  point: [10, 99],
  problem: [13.5, 99],
  source: [13.5, 99],
  town: [10, 99],
  neighbour: [9, 99],
  city: [0, 10.5],
  river: [9.5, 99],
  line: [12.5, 99],
}
/** From this zoom on little of a county's colour is left below its name. */
const FADED_ZOOM = (COUNTY_FADE.from + COUNTY_FADE.to) / 2
/** Box of a point's drop, which stands on its position, in pixels. */
const DROP: Box = [-7, -18, 7, 0]
const BESIDE = ['right', 'left', 'top', 'bottom'] as const

const positionOf = ({ coordinates }: Point) => coordinates as unknown as Position

/** The lines of a geometry. */
export const linesOf = (geometry: LineString | MultiLineString): readonly (readonly Position[])[] =>
  (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates) as unknown as Position[][]

/**
 * Names of the counties with their figures, each in its own county. Those that `always` is true of come first and may
 * not be left out: on paper all, on a wall the one that is spoken of.
 */
export function countyLabelRequests(
  { counties, countyAreas }: Pick<NamedThings, 'counties' | 'countyAreas'>,
  size: number,
  zoom: number,
  always: (code: string) => boolean = () => false,
): LabelRequest<'county'>[] {
  const first = [...counties.features].sort(
    (a, b) => Number(always(b.properties.code)) - Number(always(a.properties.code)),
  )
  return first.map(({ properties: { code, text, dustfall }, geometry }) => {
    const area = countyAreas.get(code)
    const others = [...countyAreas].filter(([other]) => other !== code).map(([, other]) => other)
    const isElsewhere = (lon: number, lat: number) => others.some((other) => other.contains(lon, lat))
    return {
      role: 'county',
      text,
      at: positionOf(geometry),
      size,
      anchors: ['centre', 'leader'],
      gap: 0,
      ...(dustfall !== null && zoom < FADED_ZOOM && { dustfall }),
      ...(area && { area: { contains: area.contains, isElsewhere, always: always(code) } }),
    }
  })
}

/** All texts that the map could show at a zoom, or in a window, most important first. */
export function labelRequests(
  things: NamedThings,
  { symbols }: DrawnSources,
  zoom: number,
  onPaper = false,
  window?: Window,
): LabelRequest<LabelRole>[] {
  const { far } = things
  const wishes: LabelRequest<LabelRole>[] = []
  const shown = (role: LabelRole) => zoom >= ZOOMS[role][0] && zoom < ZOOMS[role][1]
  const sized = (size: number) => Math.max(size, far?.pixels ?? 0)
  const wish = (role: LabelRole, rest: Omit<LabelRequest, 'role'>) =>
    wishes.push({ role, ...rest, size: sized(rest.size) })
  if (shown('county')) wishes.push(...countyLabelRequests(things, sized(zoom < 8 ? 13 : 15), zoom, () => onPaper))
  if (shown('point'))
    for (const { properties, geometry } of things.points.features)
      wish('point', {
        text: String(properties?.text),
        at: positionOf(geometry),
        size: 12,
        anchors: ['right', 'left', 'bottom'],
        gap: 9,
      })
  if (far ? zoom >= FAR_NAMES_ZOOM : shown('source'))
    for (const i of sourcesToName(symbols, far, window)) {
      const status = symbols.status[i]!
      const problem = isProblem(status)
      wish(problem ? 'problem' : 'source', {
        text: textOf(symbols.names, i),
        at: [symbols.positions[2 * i]!, symbols.positions[2 * i + 1]!],
        size: problem ? 13 : 12,
        anchors: problem || far ? [...BESIDE, 'leader'] : BESIDE,
        gap: symbolSize(zoom, status) / 2 + 2,
      })
    }
  if (shown('line'))
    for (const { text, lines } of things.lines)
      wish('line', { text, at: lines[0]![0]!, size: 12, anchors: [], gap: 0, along: { lines, above: true } })
  if (shown('river'))
    for (const { text, lines } of things.rivers)
      wish('river', { text, at: lines[0]![0]!, size: 13, anchors: [], gap: 0, along: { lines, above: false } })
  for (const level of ['city', 'town', 'county'] as const) {
    const role = level === 'county' ? 'neighbour' : level
    if (!shown(role)) continue
    for (const { properties, geometry } of things.places.features)
      if (properties.level === level)
        wish(role, {
          text: level === 'city' ? [...properties.text].join('\u2009') : properties.text,
          at: positionOf(geometry),
          size: level === 'city' ? 15 : 12,
          anchors: ['centre', 'top', 'bottom'],
          gap: 2,
        })
  }
  return wishes
}

/** Boxes that texts must not cover: symbols, badges and drops. */
export function labelObstacles(things: NamedThings, { symbols, badges }: DrawnSources, zoom: number, drops: boolean) {
  const obstacles: { readonly at: Position; readonly box: Box }[] = things.far ? [...farObstacles(things.far)] : []
  const add = (positions: Float64Array, i: number, width: number, height: number) =>
    obstacles.push({
      at: [positions[2 * i]!, positions[2 * i + 1]!],
      box: [-width / 2, -height / 2, width / 2, height / 2],
    })
  badges.counts.forEach((count, i) => {
    const [width, height] = badgeSize(count)
    add(badges.positions, i, width, height)
  })
  symbols.status.forEach((status, i) => {
    const size = symbolSize(zoom, status)
    add(symbols.positions, i, size, size)
  })
  if (drops) for (const { geometry } of things.points.features) obstacles.push({ at: positionOf(geometry), box: DROP })
  return obstacles
}
