import { mapEngine } from '@/map/engine/load-engine'
import { lazyPart } from '@/ui/lazy-part'

/** The map, by far the largest part of the screen. */
export const SourceMap = lazyPart(async () => ({ default: (await import('@/map/SourceMap')).SourceMap }))

/**
 * Loads the map's code once the current screen is painted. Parsing it and starting the browser's graphics takes longer
 * than the first picture of the counties, which must not wait for it.
 */
export function loadSourceMapWhenPainted(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    // If loading fails, the part of the screen that needs it reports the error.
    timer = setTimeout(() => {
      SourceMap.preload().catch(() => undefined)
      mapEngine().catch(() => undefined)
    }, 0)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
