import { usePreferences } from '@/store/device/preferences'
import type { EngineName, MapEngine } from './map-engine'
import { webglRenderer } from './webgl-renderer'

const load: Readonly<Record<EngineName, () => Promise<{ readonly engine: MapEngine }>>> = {
  webgl: () => import('@/map/webgl/webgl-engine'),
  canvas: () => import('@/map/canvas/canvas-engine'),
}

/**
 * The engine to use: the user's choice, else WebGL if a graphics card draws it. A processor draws WebGL far slower than
 * a canvas.
 */
export function engineName(chosen = usePreferences.getState().mapEngine): EngineName {
  const here = webglRenderer()
  if (here === 'none') return 'canvas'
  return chosen === 'auto' ? (here === 'card' ? 'webgl' : 'canvas') : chosen
}

const asked = new Map<EngineName, Promise<MapEngine>>()

/** The engine's code, loaded on first use; a failed load is tried again on the next call. */
export function mapEngine(name = engineName()): Promise<MapEngine> {
  const known = asked.get(name)
  if (known) return known
  const engine = load[name]().then((code) => code.engine)
  asked.set(name, engine)
  engine.catch(() => asked.delete(name))
  return engine
}
