import type { StyleSpecification } from 'maplibre-gl'

/** Prefix of the layers and sources of a drawing in progress. */
export const DRAW_PREFIX = 'drawing'

/** Carries the layers of a drawing in progress over to the next style. */
export function keepDrawing(before: StyleSpecification | undefined, next: StyleSpecification): StyleSpecification {
  if (!before) return next
  const drawing = (id: string) => id.startsWith(DRAW_PREFIX)
  return {
    ...next,
    sources: { ...next.sources, ...Object.fromEntries(Object.entries(before.sources).filter(([id]) => drawing(id))) },
    layers: [...next.layers, ...before.layers.filter(({ id }) => drawing(id))],
  }
}
