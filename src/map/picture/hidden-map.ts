import { mapEngine } from '@/map/engine/load-engine'
import type { StillMap } from '@/map/engine/map-engine'
import type { Bounds } from '@/map/instance/bounds'

/** Limit on waiting for the map, because a lost graphics context may never report. */
const MAX_WAIT_MS = 20_000

/** Size in CSS pixels; `scale` is image pixels per CSS pixel, `padding` the free space around the bounds. */
interface HiddenMap {
  readonly bounds: Bounds
  readonly padding: number
  readonly width: number
  readonly height: number
  readonly scale: number
  /** Cancels the picture; the map is removed at once. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Runs a function with an offscreen map of a fixed size, so that its picture is the same on every machine. @throws if
 * the map does not load, its graphics context is lost, or the picture is cancelled
 */
export async function withHiddenMap<T>(
  { width, height, signal, ...start }: HiddenMap,
  act: (map: StillMap) => Promise<T>,
): Promise<T> {
  const engine = await mapEngine()
  signal?.throwIfAborted()
  const container = document.createElement('div')
  const size = { width: `${width}px`, height: `${height}px` }
  Object.assign(container.style, { position: 'fixed', left: '-100000px', ...size })
  document.body.append(container)
  // Ends the listeners and the timer when the picture is done.
  const over = new AbortController()
  let map: StillMap | null = null
  try {
    map = engine.createStill({ container, ...start })
    const drawn = map
    const failed = new Promise<never>((_, reject) => {
      void drawn.lost.then(() => reject(new Error('The graphics context of a picture was lost')))
      signal?.addEventListener('abort', () => reject(signal.reason), { signal: over.signal })
      const late = setTimeout(() => reject(new Error('The map of a picture did not load')), MAX_WAIT_MS)
      void drawn.loaded.then(() => clearTimeout(late))
      over.signal.addEventListener('abort', () => clearTimeout(late))
    })
    return await Promise.race([failed, drawn.loaded.then(() => act(drawn))])
  } finally {
    over.abort()
    map?.remove()
    container.remove()
  }
}
