import { useRequestedPart } from '@/store/page/requested-part'
import { scrollWithin } from '@/ui/scroll-within'
import { isFocusLost } from '@/ui/use-focus-kept'

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

/** Whether the focus is lost, or on the screen as a whole, which takes it when a screen is opened. */
const isFree = () => isFocusLost() || document.activeElement?.id === 'main'

/** Focuses what was opened once it is in the page, unless the user has moved the focus meanwhile. */
export function focusOpened(place: Place): void {
  if (place === 'dialog') return
  if (place === 'list' || place === 'detail') {
    useRequestedPart.getState().want(place)
    return
  }
  const look = (framesLeft: number) => {
    if (!isFree()) return
    for (const selector of ELEMENTS[place]) {
      const found = document.querySelector<HTMLElement>(selector)
      found?.focus({ preventScroll: true })
      if (!found || document.activeElement !== found) continue
      // A long ranking scrolls.
      if (place === 'county') scrollWithin(found, 'nearest')
      return
    }
    if (framesLeft > 0) requestAnimationFrame(() => look(framesLeft - 1))
  }
  requestAnimationFrame(() => look(MAX_FRAMES))
}
