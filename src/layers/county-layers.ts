import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { classOfRow, OVER_CLASS } from './dustfall-scale'
import { mixed, type Palette } from './palette'

/** Counties are drawn from this source; each feature's id and property `code` is its county code. */
export const COUNTY_SOURCE = 'counties'
/** The counties with smoother outlines, for strips along them: on a jagged line a wide one frays. */
export const STRIP_SOURCE = 'county-strips'
/** Pixels by which they may be off. */
export const STRIP_TOLERANCE = 8
/** By so much may the counties and their edges be off: less than a line is wide, and it spares half of the corners. */
export const EDGE_TOLERANCE = 0.75
/** The edges of the counties, each once. */
export const BORDER_SOURCE = 'borders'
/** Name of the hatch that lies over counties above the limit, and of that along their borders. */
export const HATCH = 'hatch'
export const EDGE_HATCH = 'edge-hatch'

/** Nearer than this the colour of a county steps back, so that what lies in it can be read. */
export const FADE = { from: 10.5, to: 12.5, share: 0.2 } as const
/** Between these the hatch leaves the whole county for a strip along its border. */
const HATCH_FADE = { from: 10, to: 10.8 } as const
/** Width of the strip, in pixels. */
const STRIP = 6

export interface CountyLayerInput {
  readonly report: MonthReport | null
  readonly shown: boolean
  readonly opacity: number
  readonly focused: string | null
  readonly palette: Palette
  /** What lies on the ground, under the colours of the counties. */
  readonly basemaps: readonly LayerSpecification[]
}

/** What has no figure lets a basemap through. */
const NOTHING = 'rgba(0, 0, 0, 0)'

/**
 * Smooth edges only where no casing lies on them: without a graphics card they cost as much as the surfaces themselves, and
 * under a line nobody sees them.
 */
const SMOOTH = ['step', ['zoom'], false, FADE.to, true] as unknown as ExpressionSpecification

/** A value for each county code, and one for all others. */
function byCounty(pairs: readonly (readonly [string, string])[], other: string): ExpressionSpecification | string {
  return pairs.length === 0
    ? other
    : (['match', ['get', 'code'], ...pairs.flat(), other] as unknown as ExpressionSpecification)
}

const byZoom = (...stops: readonly number[]): ExpressionSpecification =>
  ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification

/**
 * Counties filled by the month's dustfall, hatched above the limit, grey without a figure. Near by the fill is a tint, with a strip
 * of the colour inside the border; borders are thin and dashed, so that none is taken for a street.
 */
export function countyLayers({
  report,
  shown,
  opacity,
  focused,
  palette,
  basemaps,
}: CountyLayerInput): LayerSpecification[] {
  const rows = shown ? (report?.rows ?? []) : []
  const classed = rows.flatMap((row) => {
    const of = classOfRow(row)
    return of === null ? [] : [[row.county, of] as const]
  })
  const fills = classed.map(([county, of]) => [county, palette.dustfall[of]!] as const)
  // The lightest classes would not be seen as a line.
  const edges = fills.map(([county, colour]) => [county, mixed(colour, 0.8, palette.ink)] as const)
  const over = classed.filter(([, of]) => of >= OVER_CLASS).map(([county]) => county)
  const isOver: ExpressionSpecification = ['in', ['get', 'code'], ['literal', over]]
  const round = { 'line-join': 'round' } as const
  const ground = (colours: readonly (readonly [string, string])[]): LayerSpecification => {
    const over = (share: number, below: string) =>
      byCounty(
        colours.map(([county, colour]) => [county, mixed(colour, share, below)] as const),
        below,
      )
    const [far, near] = [over(opacity, palette.unranked), over(opacity * FADE.share, palette.land)]
    const colour = ['interpolate', ['linear'], ['zoom'], FADE.from, far, FADE.to, near]
    return {
      id: 'county-ground',
      type: 'fill',
      source: COUNTY_SOURCE,
      paint: { 'fill-color': colour as unknown as ExpressionSpecification, 'fill-antialias': SMOOTH },
    }
  }
  // Ground and dustfall are two surfaces only where a basemap lies between them.
  const fillLayers: LayerSpecification[] =
    basemaps.length === 0
      ? [ground(fills)]
      : [
          ground([]),
          ...basemaps,
          {
            id: 'county-dustfall',
            type: 'fill',
            source: COUNTY_SOURCE,
            paint: {
              'fill-color': byCounty(fills, NOTHING),
              'fill-opacity': byZoom(FADE.from, opacity, FADE.to, opacity * FADE.share),
              'fill-antialias': SMOOTH,
            },
          },
        ]
  return [
    ...fillLayers,
    {
      id: 'county-over',
      type: 'fill',
      source: COUNTY_SOURCE,
      filter: isOver,
      maxzoom: HATCH_FADE.to,
      paint: {
        'fill-pattern': HATCH,
        'fill-opacity': byZoom(HATCH_FADE.from, opacity, HATCH_FADE.to, 0),
        'fill-antialias': false,
      },
    },
    {
      id: 'county-edge',
      type: 'line',
      source: STRIP_SOURCE,
      minzoom: FADE.from,
      layout: round,
      paint: {
        'line-color': byCounty(edges, NOTHING),
        'line-width': 2 * STRIP,
        'line-offset': STRIP,
        'line-blur': STRIP,
        'line-opacity': byZoom(FADE.from, 0, FADE.to, opacity * 0.6),
      },
    },
    {
      id: 'county-over-edge',
      type: 'line',
      source: STRIP_SOURCE,
      filter: isOver,
      minzoom: HATCH_FADE.from,
      paint: {
        'line-pattern': EDGE_HATCH,
        'line-width': STRIP,
        'line-offset': STRIP / 2,
        'line-opacity': byZoom(HATCH_FADE.from, 0, HATCH_FADE.to, opacity),
      },
    },
    {
      id: 'county-border-casing',
      type: 'line',
      source: BORDER_SOURCE,
      paint: { 'line-color': palette.panel, 'line-width': 2, 'line-opacity': byZoom(FADE.from, 0.9, FADE.to, 0) },
      maxzoom: FADE.to,
    },
    {
      id: 'county-border',
      type: 'line',
      source: BORDER_SOURCE,
      paint: { 'line-color': palette.border, 'line-width': byZoom(10, 1, 13, 1.4), 'line-dasharray': [4, 2.5] },
    },
    {
      id: 'county-focus',
      type: 'line',
      source: COUNTY_SOURCE,
      filter: ['==', ['get', 'code'], focused ?? ''],
      layout: round,
      paint: { 'line-color': palette.ink, 'line-width': 3 },
    },
  ]
}
