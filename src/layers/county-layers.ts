import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { classOfRow, OVER_CLASS } from './dustfall-scale'
import { mixColours, type Palette } from './palette'

/** Source of the counties; each feature's id and property `code` is its county code. */
export const COUNTY_SOURCE = 'counties'
/** Counties with smoothed outlines, for strips along them: wide strips fray on jagged lines. */
export const STRIP_SOURCE = 'county-strips'
/** Simplification tolerance of the strips, in pixels. */
export const STRIP_TOLERANCE = 8
/**
 * Simplification tolerance of counties and edges, in pixels: less than a line's width, yet it removes half of the
 * vertices.
 */
export const EDGE_TOLERANCE = 0.75
/** The edges of the counties, each once. */
export const BORDER_SOURCE = 'borders'
/** Image names of the hatch over counties above the limit, and of the hatch along their borders. */
export const HATCH = 'hatch'
export const EDGE_HATCH = 'edge-hatch'

/** Zoom range in which a county's colour fades, so that what lies in it can be read. */
export const COUNTY_FADE = { from: 10.5, to: 12.5, share: 0.2 } as const
/** Zoom range in which the hatch changes from the whole county to a strip along its border. */
const HATCH_FADE = { from: 10, to: 10.8 } as const
/** Width of the strip, in pixels. */
const STRIP = 6

/**
 * A colour of the counties as drawn at a zoom on plain ground, for the sample of a legend. @param opacity 0…1
 */
export function countyColour(colour: string, palette: Palette, zoom: number, opacity: number): string {
  const { from, to, share } = COUNTY_FADE
  const faded = Math.min(1, Math.max(0, (zoom - from) / (to - from)))
  return mixColours(
    mixColours(colour, opacity * share, palette.land),
    faded,
    mixColours(colour, opacity, palette.unranked),
  )
}

/** The colour of counties without a figure as drawn at a zoom. */
export function unrankedColour(palette: Palette, zoom: number): string {
  const { from, to } = COUNTY_FADE
  return mixColours(palette.land, Math.min(1, Math.max(0, (zoom - from) / (to - from))), palette.unranked)
}

export interface CountyLayerInput {
  readonly report: MonthReport | null
  readonly shown: boolean
  readonly opacity: number
  readonly focused: string | null
  readonly palette: Palette
  /** Basemap layers, drawn under the colours of the counties. */
  readonly basemaps: readonly LayerSpecification[]
}

/** Transparent, so that a basemap shows through counties without a figure. */
const NOTHING = 'rgba(0, 0, 0, 0)'

/**
 * Antialiasing only at zooms where no casing covers the edges: without a graphics card it costs as much as the fills,
 * and is invisible under a line.
 */
const SMOOTH = ['step', ['zoom'], false, COUNTY_FADE.to, true] as unknown as ExpressionSpecification

/** An expression with a value for each county code, and one for all others. */
function byCounty(pairs: readonly (readonly [string, string])[], other: string): ExpressionSpecification | string {
  return pairs.length === 0
    ? other
    : (['match', ['get', 'code'], ...pairs.flat(), other] as unknown as ExpressionSpecification)
}

const byZoom = (...stops: readonly number[]): ExpressionSpecification =>
  ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification

/**
 * Layers of the counties: filled by the month's dustfall, hatched above the limit, grey without a figure. At close
 * zoom the fill fades to a tint, with a coloured strip inside the border. Borders are thin and dashed, so that they
 * are not mistaken for streets.
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
  // The lightest classes would be invisible as a line.
  const edges = fills.map(([county, colour]) => [county, mixColours(colour, 0.8, palette.ink)] as const)
  const over = classed.filter(([, of]) => of >= OVER_CLASS).map(([county]) => county)
  const isOver: ExpressionSpecification = ['in', ['get', 'code'], ['literal', over]]
  const round = { 'line-join': 'round' } as const
  const ground = (colours: readonly (readonly [string, string])[]): LayerSpecification => {
    const over = (share: number, below: string) =>
      byCounty(
        colours.map(([county, colour]) => [county, mixColours(colour, share, below)] as const),
        below,
      )
    const [far, near] = [over(opacity, palette.unranked), over(opacity * COUNTY_FADE.share, palette.land)]
    const colour = ['interpolate', ['linear'], ['zoom'], COUNTY_FADE.from, far, COUNTY_FADE.to, near]
    return {
      id: 'county-ground',
      type: 'fill',
      source: COUNTY_SOURCE,
      paint: { 'fill-color': colour as unknown as ExpressionSpecification, 'fill-antialias': SMOOTH },
    }
  }
  // Ground and dustfall are separate fills only if a basemap lies between them.
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
              'fill-opacity': byZoom(COUNTY_FADE.from, opacity, COUNTY_FADE.to, opacity * COUNTY_FADE.share),
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
      minzoom: COUNTY_FADE.from,
      layout: round,
      paint: {
        'line-color': byCounty(edges, NOTHING),
        'line-width': 2 * STRIP,
        'line-offset': STRIP,
        'line-blur': STRIP,
        'line-opacity': byZoom(COUNTY_FADE.from, 0, COUNTY_FADE.to, opacity * 0.6),
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
      paint: {
        'line-color': palette.panel,
        'line-width': 2,
        'line-opacity': byZoom(COUNTY_FADE.from, 0.9, COUNTY_FADE.to, 0),
      },
      maxzoom: COUNTY_FADE.to,
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
