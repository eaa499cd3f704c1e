import { useSyncExternalStore } from 'react'

/** A tablet in landscape orientation, wide enough for the map beside a list. */
const WIDE = '(min-width: 1001px) and (orientation: landscape)'

function subscribe(changed: () => void) {
  const query = matchMedia(WIDE)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

export const useWide = () => useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches)
