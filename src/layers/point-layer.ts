import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { MapStyleInput } from './map-style-input'

/** Id of the layer of dustfall points. */
export const POINT_LAYER = 'dustfall-point'

/** Dustfall points as drops in their class's colour; their names are placed with all others. */
export function pointLayer({ opacity }: MapStyleInput): LayerSpecification {
  return {
    id: POINT_LAYER,
    type: 'symbol',
    source: 'points',
    layout: {
      'icon-image': ['concat', 'drop-', ['get', 'class']],
      'icon-allow-overlap': true,
      'icon-anchor': 'bottom',
    },
    paint: {
      'icon-opacity': opacity.points ?? 1,
    },
  }
}
