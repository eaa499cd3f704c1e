import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { FONT } from './font'
import type { MapStyleInput } from './map-style-input'

/** Id of the layer of monitoring points. */
export const POINT_LAYER = 'dustfall-point'

/** Monitoring points as drops of their dustfall class, with name and value from zoom 10 on. */
export function pointLayer({ palette, opacity }: MapStyleInput): LayerSpecification {
  return {
    id: POINT_LAYER,
    type: 'symbol',
    source: 'points',
    layout: {
      'icon-image': ['concat', 'drop-', ['get', 'class']],
      'icon-allow-overlap': true,
      'icon-anchor': 'bottom',
      'text-field': ['step', ['zoom'], '', 10, ['get', 'text']],
      'text-font': [FONT],
      'text-size': 12,
      'text-anchor': 'top',
      'text-optional': true,
    },
    paint: {
      'icon-opacity': opacity.points ?? 1,
      'text-color': palette.ink,
      'text-halo-color': palette.panel,
      'text-halo-width': 1.4,
    },
  }
}
