import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { MapStyleInput } from './map-style-input'

/** Layers of a kind that follows lines; if the kind is off, only the selected line. */
export function lineLayers(
  { palette, opacity, hidden, selectedLine }: MapStyleInput,
  kind: KindId,
): LayerSpecification[] {
  if (hidden.has(kind) && !selectedLine?.startsWith(`${kind}/`)) return []
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const
  const ofKind: ExpressionSpecification = ['==', ['get', 'kind'], kind]
  const selected: ExpressionSpecification = ['all', ofKind, ['==', ['get', 'key'], selectedLine ?? '']]
  const filter = hidden.has(kind) ? selected : ofKind
  return [
    {
      id: `line/${kind}/selected`,
      type: 'line',
      source: 'lines',
      // Only of this kind: the selection layer of a later kind would cover the line itself.
      filter: selected,
      layout,
      paint: { 'line-color': palette.ink, 'line-width': 11 },
    },
    {
      id: `line/${kind}/casing`,
      type: 'line',
      source: 'lines',
      filter,
      layout,
      paint: {
        'line-color': palette.panel,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 3, 13, 9],
        'line-opacity': opacity[kind] ?? 1,
      },
    },
    {
      id: lineLayer(kind),
      type: 'line',
      source: 'lines',
      filter,
      layout,
      paint: {
        'line-color': [
          'match',
          ['get', 'colour'],
          ...palette.grades.flatMap((colour, i) => [i, colour]),
          palette.status.unknown,
        ] as unknown as ExpressionSpecification,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1.6, 13, 6],
        'line-opacity': opacity[kind] ?? 1,
      },
    },
  ]
}

/** Name of the layer for picking a kind's lines. */
export const lineLayer = (kind: KindId) => `line/${kind}`
