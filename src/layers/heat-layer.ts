import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Palette } from './palette'

/** Twice the squares that the sources are counted in for it. */
const HEAT_PIXELS = 28

/** From nothing to the colour of what is overdue; not the ramp of the counties, over which it lies. */
export function heatLayer({ status, ramp }: Palette, opacity: number): LayerSpecification {
  const stops = [0.15, `${ramp.at(-2)}99`, 0.5, ramp.at(-2)!, 0.8, status.overdue, 1, status.overdue]
  return {
    id: 'source-heat',
    type: 'heatmap',
    source: 'heat',
    paint: {
      'heatmap-weight': ['get', 'weight'],
      'heatmap-radius': HEAT_PIXELS,
      'heatmap-opacity': 0.75 * opacity,
      'heatmap-color': [
        'interpolate',
        ['linear'],
        ['heatmap-density'],
        0,
        'rgba(0, 0, 0, 0)',
        ...stops,
      ] as unknown as ExpressionSpecification,
    },
  }
}
