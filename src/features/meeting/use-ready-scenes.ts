import { startTransition, useEffect, useState } from 'react'
import type { SceneItem } from '@/store/meeting/agenda'

/** Scenes of an agenda that stand on the page: the shown one, and those beside it while nothing else is to be done. */
interface Ready {
  /** What they were drawn of. */
  readonly of: string
  readonly scenes: readonly number[]
}

/** However much there is to do, the scenes beside the shown one are ready after so long. */
const MOST_WAIT_MS = 3000

/** Runs something once the page has nothing else to do; gives what calls it off. */
function whenIdle(run: () => void): () => void {
  // Safari has no such moments.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(run, 300)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(run, { timeout: MOST_WAIT_MS })
  return () => cancelIdleCallback(asked)
}

/**
 * Numbers of the scenes to keep on the page, in their order. The next and the last one are drawn unseen while the wall rests, so
 * that a key has only to show them: without a graphics card a large wall is slow to lay out and quick to paint. `of` is what all
 * are drawn of; once that changes only the shown one stays, so that no key waits for the others.
 */
export function useReadyScenes(agenda: readonly SceneItem[], scene: number, of: string): readonly number[] {
  const [ready, setReady] = useState<Ready>({ of, scenes: [] })
  useEffect(() => {
    const beside = [scene - 1, scene, scene + 1].filter((each) => agenda[each] !== undefined)
    return whenIdle(() => startTransition(() => setReady({ of, scenes: beside })))
  }, [agenda, scene, of])
  const kept = ready.of === of ? ready.scenes : []
  return kept.includes(scene) ? kept : [...kept, scene].sort((a, b) => a - b)
}
