import { mapEngine } from '@/map/engine/load-engine'
import { lazyPart } from '@/ui/lazy-part'

/** The map, by far the largest part of the screen. */
export const SourceMap = lazyPart(async () => ({ default: (await import('@/map/SourceMap')).SourceMap }))

/**
 * Asks for the code of the map as soon as what stands on the screen now is painted: to read it and to start the browser's
 * drawing takes longer than the first picture of the counties, which must not wait for it.
 */
export function loadSourceMapWhenPainted(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    // Where it can't be had, the part of the screen that needs it says so.
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
