import { startTransition, useEffect, useState } from 'react'
import type { SceneItem } from '@/store/meeting/agenda'
import { whenIdle } from '@/ui/when-idle'

/** Scenes kept rendered: the shown one and, once the page is idle, those beside it. */
interface Ready {
  /** Key of the data they were rendered from. */
  readonly of: string
  readonly scenes: readonly number[]
}

/** The neighbouring scenes are rendered after this time even if the page is not idle. */
const MAX_WAIT_MS = 3000
/** The same in Safari, which does not say when it is. */
const SAFARI_WAIT_MS = 300

/**
 * Indices of the scenes to keep rendered, in order. The next and the previous scene are rendered hidden while the page
 * is idle, so that a key press only has to show them: without a graphics card a large wall is slow to lay out but quick
 * to paint. `of` is the key of the data; when it changes only the shown scene is kept, so that no key press waits for
 * the others.
 */
export function useReadyScenes(agenda: readonly SceneItem[], scene: number, of: string): readonly number[] {
  const [ready, setReady] = useState<Ready>({ of, scenes: [] })
  useEffect(() => {
    const beside = [scene - 1, scene, scene + 1].filter((each) => agenda[each] !== undefined)
    return whenIdle(() => startTransition(() => setReady({ of, scenes: beside })), MAX_WAIT_MS, SAFARI_WAIT_MS)
  }, [agenda, scene, of])
  const kept = ready.of === of ? ready.scenes : []
  return kept.includes(scene) ? kept : [...kept, scene].sort((a, b) => a - b)
}
