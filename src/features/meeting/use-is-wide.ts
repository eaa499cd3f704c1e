import { useSyncExternalStore } from 'react'
import { useScene } from './scene-context'

const WIDE = '(min-aspect-ratio: 2/1)'

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(WIDE)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Whether the wall is at least twice as wide as high, so that two pictures stand side by side. */
export function useIsWide(): boolean {
  const { ahead } = useScene()
  const isWide = useSyncExternalStore(subscribe, () => window.matchMedia(WIDE).matches)
  return isWide && !ahead
}
