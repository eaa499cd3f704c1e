import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { dustfallClass, OVER_CLASS } from './dustfall-scale'
import type { Palette } from './palette'

/** Counties are drawn from this source; each feature's id and property `code` is its county code. */
export const COUNTY_SOURCE = 'counties'
/** Name of the hatch that lies over counties above the limit. */
export const HATCH = 'hatch'

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

/** A value for each county code, and one for all others. */
function byCounty(pairs: readonly (readonly [string, string])[], other: string): ExpressionSpecification | string {
  return pairs.length === 0
    ? other
    : (['match', ['get', 'code'], ...pairs.flat(), other] as unknown as ExpressionSpecification)
}

/** Counties filled by the month's dustfall, hatched above the limit, grey without a figure. */
export function countyLayers({
  report,
  shown,
  opacity,
  focused,
  palette,
  basemaps,
}: CountyLayerInput): LayerSpecification[] {
  const rows = shown ? (report?.rows ?? []) : []
  const figured = rows.flatMap(({ county, figure }) => (figure.value === null ? [] : [[county, figure.value] as const]))
  const dustfallLimit = report?.dustfallLimit ?? 0
  const fills = figured.map(
    ([county, value]) => [county, palette.dustfall[dustfallClass(value, dustfallLimit)]!] as const,
  )
  const over = figured
    .filter(([, value]) => dustfallClass(value, dustfallLimit) >= OVER_CLASS)
    .map(([county]) => county)
  return [
    { id: 'county-ground', type: 'fill', source: COUNTY_SOURCE, paint: { 'fill-color': palette.unranked } },
    ...basemaps,
    {
      id: 'county-dustfall',
      type: 'fill',
      source: COUNTY_SOURCE,
      paint: {
        'fill-color': byCounty(fills, basemaps.length > 0 ? NOTHING : palette.unranked),
        'fill-opacity': opacity,
      },
    },
    {
      id: 'county-over',
      type: 'fill',
      source: COUNTY_SOURCE,
      filter: ['in', ['get', 'code'], ['literal', over]],
      paint: { 'fill-pattern': HATCH, 'fill-opacity': opacity },
    },
    {
      id: 'county-border',
      type: 'line',
      source: COUNTY_SOURCE,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.border, 'line-width': ['interpolate', ['linear'], ['zoom'], 7, 1, 12, 2.5] },
    },
    {
      id: 'county-focus',
      type: 'line',
      source: COUNTY_SOURCE,
      filter: ['==', ['get', 'code'], focused ?? ''],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.ink, 'line-width': 3 },
    },
  ]
}
