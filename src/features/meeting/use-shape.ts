import { useSyncExternalStore } from 'react'
import { useScene } from './scene-context'

const WIDE = '(min-aspect-ratio: 2/1)'
const SHORT_LINES = '(max-aspect-ratio: 3/2)'
// Printed, a scene has a page wider than high, whatever a browser says of the pages.
const TALL = 'screen and (max-aspect-ratio: 1/1)'

function useMatches(shape: string): boolean {
  const { small } = useScene()
  const matches = useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(shape)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => window.matchMedia(shape).matches,
  )
  return matches && !small
}

/** Whether the wall is at least twice as wide as high, enough for two pictures side by side. */
export const useIsWide = (): boolean => useMatches(WIDE)

/** Whether the wall is only a little wider than high, so that texts side by side take more lines. */
export const useHasShortLines = (): boolean => useMatches(SHORT_LINES)

/** Whether the wall is higher than wide, like a tablet held upright: a list of any length fits in one column. */
export const useIsTall = (): boolean => useMatches(TALL)
