import { useChentu } from './chentu'
import { decodeView, encodeView } from './link'
import type { View } from './view'

/** Moving the map does not make a step to go back to; everything else does. */
const discrete = (view: View) => encodeView({ ...view, camera: null })

/**
 * Binds the view to the address after `#`: a link opens the same view, the back button goes back one choice.
 * Returns what ends it.
 */
export function bindAddress(): () => void {
  const read = () => useChentu.getState().setView(decodeView(location.hash))
  read()
  let last = useChentu.getState().view
  history.replaceState(null, '', `#${encodeView(last)}`)
  const stop = useChentu.subscribe(({ view }) => {
    if (view === last) return
    const address = `#${encodeView(view)}`
    const step = discrete(view) !== discrete(last)
    last = view
    if (address === location.hash) return
    if (step) history.pushState(null, '', address)
    else history.replaceState(null, '', address)
  })
  window.addEventListener('popstate', read)
  return () => {
    stop()
    window.removeEventListener('popstate', read)
  }
}
