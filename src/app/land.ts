import { useLanding } from '@/store/page/landing'

/** Where the keyboard goes on after something was chosen in the search; a dialog takes it itself, and gives it back. */
export type Place = 'list' | 'detail' | 'panel' | 'county' | 'screen' | 'dialog'

/** Elements by their selectors, the first that is there before the others. */
const ELEMENTS: Record<Exclude<Place, 'list' | 'detail' | 'dialog'>, readonly string[]> = {
  panel: ['#panel', '#main'],
  county: ['#side tr[aria-selected="true"] th button', '#map', '#main'],
  screen: ['#main'],
}

/** A screen whose code is still on its way is not waited for longer, in frames. */
const MOST_FRAMES = 300

/** Takes the focus to what was opened, as soon as it stands there; who takes it elsewhere meanwhile keeps it. */
export function land(place: Place): void {
  if (place === 'dialog') return
  if (place === 'list' || place === 'detail') {
    useLanding.getState().want(place)
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
  requestAnimationFrame(() => look(MOST_FRAMES))
}
