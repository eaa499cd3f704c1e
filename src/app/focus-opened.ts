import { useRequestedSideTab } from '@/store/page/requested-side-tab'

/** Where the focus goes after a search hit was chosen; a dialog takes the focus itself and returns it. */
export type Place = 'list' | 'detail' | 'panel' | 'county' | 'screen' | 'dialog'

/** Selectors in order of preference. */
const ELEMENTS: Record<Exclude<Place, 'list' | 'detail' | 'dialog'>, readonly string[]> = {
  panel: ['#panel', '#main'],
  county: ['#side tr[aria-selected="true"] th button', '#map', '#main'],
  screen: ['#main'],
}

/** Maximum wait for a screen whose code is still loading, in frames. */
const MAX_FRAMES = 300

/** Focuses what was opened once it is in the page, unless the user has moved the focus meanwhile. */
export function focusOpened(place: Place): void {
  if (place === 'dialog') return
  if (place === 'list' || place === 'detail') {
    useRequestedSideTab.getState().want(place)
    return
  }
  const look = (framesLeft: number) => {
    if (document.activeElement !== document.body) return
    for (const selector of ELEMENTS[place]) {
      document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true })
      if (document.activeElement !== document.body) return
    }
    if (framesLeft > 0) requestAnimationFrame(() => look(framesLeft - 1))
  }
  requestAnimationFrame(() => look(MAX_FRAMES))
}
