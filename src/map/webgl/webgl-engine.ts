import type { MapEngine } from '@/map/engine/map-engine'
import { createMap } from './create-map'
import { createStill } from './still-map'
import { WebglMap } from './webgl-map'

/** Maps by MapLibre, symbols by deck.gl. */
export const engine: MapEngine = {
  name: 'webgl',
  createMap: (start) => new WebglMap(createMap(start)),
  createStill,
}
