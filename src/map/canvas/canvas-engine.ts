import type { MapEngine } from '@/map/engine/map-engine'
import { CanvasMap } from './canvas-map'
import { createStill } from './still-map'

/** Maps drawn by OpenLayers on a plain canvas. */
export const engine: MapEngine = {
  name: 'canvas',
  createMap: ({ container, ...start }) => new CanvasMap(container, start),
  createStill,
}
