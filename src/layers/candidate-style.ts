import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection, Point } from 'geojson'
import type { DatumCandidate } from '@/domain/intake/recognise/datum'
import { type QuietCounties, quietCounties } from './quiet-counties'

export interface CandidateStyleInput extends QuietCounties {
  /** Points with property `datum`: the coordinate system, or `placed`. */
  readonly points: FeatureCollection<Point>
  readonly chosen: DatumCandidate | null
}

/**
 * Counties, rivers and known lines in quiet colours, and the points in the three coordinate systems in three colours;
 * a chosen system stands out.
 */
export function candidateStyle({ points, chosen, ...counties }: CandidateStyleInput): StyleSpecification {
  const { palette } = counties
  const below = quietCounties(counties)
  return {
    version: 8,
    sources: {
      ...below.sources,
      candidates: { type: 'geojson', data: points },
    },
    layers: [
      ...below.layers,
      {
        id: 'candidates',
        type: 'circle',
        source: 'candidates',
        paint: {
          'circle-radius': ['match', ['get', 'datum'], 'placed', 9, 4.5],
          'circle-color': [
            'match',
            ['get', 'datum'],
            'wgs84',
            palette.status.fine,
            'gcj02',
            palette.status.failing,
            'bd09',
            palette.status.overdue,
            palette.ink,
          ],
          'circle-opacity': chosen === null ? 0.9 : ['match', ['get', 'datum'], [chosen, 'placed'], 1, 0.18],
          'circle-stroke-color': palette.panel,
          'circle-stroke-width': 1,
          'circle-stroke-opacity': chosen === null ? 0.9 : ['match', ['get', 'datum'], [chosen, 'placed'], 1, 0.1],
        },
      },
    ],
  }
}
