import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection, Point } from 'geojson'
import type { DatumCandidate } from '@/domain/intake/recognise/datum'
import type { Palette } from './palette'

export interface CandidateStyleInput {
  readonly palette: Palette
  readonly outlines: FeatureCollection
  readonly rivers: FeatureCollection
  readonly lines: FeatureCollection
  /** Each with the system as property `datum`, or `placed`. */
  readonly points: FeatureCollection<Point>
  readonly chosen: DatumCandidate | null
}

/** Counties, rivers and known lines in quiet lines, and the points of the three systems in three colours; one chosen system stands out. */
export function candidateStyle({
  palette,
  outlines,
  rivers,
  lines,
  points,
  chosen,
}: CandidateStyleInput): StyleSpecification {
  return {
    version: 8,
    sources: {
      outlines: { type: 'geojson', data: outlines },
      rivers: { type: 'geojson', data: rivers },
      lines: { type: 'geojson', data: lines },
      candidates: { type: 'geojson', data: points },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': palette.land } },
      { id: 'counties', type: 'fill', source: 'outlines', paint: { 'fill-color': palette.unranked } },
      { id: 'borders', type: 'line', source: 'outlines', paint: { 'line-color': palette.border, 'line-width': 1.5 } },
      { id: 'rivers', type: 'line', source: 'rivers', paint: { 'line-color': palette.water, 'line-width': 2 } },
      { id: 'lines', type: 'line', source: 'lines', paint: { 'line-color': palette.quiet, 'line-width': 1.5 } },
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
