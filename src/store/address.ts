import { useChentu } from './chentu'
import { decodeView, encodeView } from './link'
import type { View } from './view'

/** Moving the map does not make a step to go back to; everything else does. */
const discrete = (view: View) => encodeView({ ...view, camera: null, data: null })

/** How many steps back are steps of this page, as the browser's history remembers it. */
const depth = () => Number((history.state as { depth?: number } | null)?.depth ?? 0)

/** Takes the last choice back; never leaves the page. */
export function undo(): void {
  if (depth() > 0) history.back()
}

/** Makes the choice again that was taken back. */
export function redo(): void {
  history.forward()
}

/**
 * Binds the view to the address after `#`: a link opens the same view, the back button goes back one choice.
 * Returns what ends it.
 */
export function bindAddress(): () => void {
  const read = () => useChentu.getState().setView(decodeView(location.hash))
  read()
  let last = useChentu.getState().view
  history.replaceState(history.state, '', `#${encodeView(last)}`)
  const stop = useChentu.subscribe(({ view }) => {
    if (view === last) return
    const address = `#${encodeView(view)}`
    const step = discrete(view) !== discrete(last)
    last = view
    if (address === location.hash) return
    if (step) history.pushState({ depth: depth() + 1 }, '', address)
    else history.replaceState(history.state, '', address)
  })
  window.addEventListener('popstate', read)
  return () => {
    stop()
    window.removeEventListener('popstate', read)
  }
}
