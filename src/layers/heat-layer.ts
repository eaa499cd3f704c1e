import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Palette } from './palette'

/** Radius: twice the cells in which sources are counted for the heat map. */
const HEAT_PIXELS = 28

/**
 * The general number ramp, from transparent to its end: red is reserved for overdue, and the counties below use
 * another ramp.
 */
export function heatLayer({ ramp }: Palette, opacity: number): LayerSpecification {
  const stops = [0.15, `${ramp.at(-4)}99`, 0.5, ramp.at(-3)!, 0.8, ramp.at(-1)!, 1, ramp.at(-1)!]
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
