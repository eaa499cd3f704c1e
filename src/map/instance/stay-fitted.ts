import type { LiveMap } from '@/map/engine/live-map'
import type { Bounds } from './bounds'
import { fitMap } from './fit-map'

/**
 * Fits an uncovered map to bounds, and again each time that the map gets another size, until the user moves it or the
 * returned function is called.
 */
export function stayFitted(map: LiveMap, bounds: Bounds): () => void {
  fitMap(map, bounds)
  const subscriptions = [
    map.on('resize', () => fitMap(map, bounds)),
    map.on('movestart', ({ originalEvent }) => {
      if (originalEvent) end()
    }),
  ]
  const end = () => {
    for (const each of subscriptions) each.unsubscribe()
  }
  return end
}
