import { useChentu } from '@/store/chentu'
import { useFirstOffer } from '@/store/page/first-tasks'
import { madeOf, useLinkMade } from '@/store/page/link-made'
import { decodeView, encodeView } from './link'
import { type Box, FIRST_VIEW, type View } from './view'

/** Any box: that only what the map shows counts is a choice, where the map was moved to meanwhile is none. */
const SOME_BOX: Box = [0, 0, 1, 1]

/** Moving the map does not make a step to go back to; everything else does. */
const discrete = (view: View) =>
  encodeView({ ...view, camera: null, data: null, plan: null, within: view.within && SOME_BOX })

/** What this page leaves with every address that it writes, through reloads too; a link that somebody opens has none. */
interface Written {
  /** How many steps back are steps of this page. */
  readonly depth?: number
}

const written = () => history.state as Written | null
const depth = () => Number(written()?.depth ?? 0)

/** Takes the last choice back; never leaves the page. */
export function undo(): void {
  if (depth() > 0) history.back()
}

/** Makes the choice again that was taken back. */
export function redo(): void {
  history.forward()
}

/** What is changed now follows from the choice before and is taken back with it. */
let isConsequence = false

/** Changes the view as a consequence of the last choice: going back goes to before that. */
export function amendView(change: Partial<View>): void {
  isConsequence = true
  useChentu.getState().setView(change)
  isConsequence = false
}

/**
 * Binds the view to the address after `#`: a link opens the same view, the back button goes back one choice.
 * Returns what ends it.
 */
export function bindAddress(): () => void {
  let reading = false
  const read = () => {
    const view = decodeView(location.hash)
    useLinkMade.setState({ made: written() ? null : madeOf(location.hash) })
    reading = true
    // The page's own address names the data of its time; only a link of somebody's can be of other data.
    useChentu.getState().setView(written() ? { ...view, data: null } : view)
    reading = false
  }
  read()
  const opened = encodeView(useChentu.getState().view)
  // Somebody's link shows what its sender meant, and nothing before that.
  if (!written() && opened !== encodeView(FIRST_VIEW)) useFirstOffer.setState({ offered: false })
  history.replaceState(history.state, '', `#${opened}`)
  const stop = useChentu.subscribe(({ view, loaded }, before) => {
    if (view === before.view) return
    const address = `#${encodeView(view)}`
    // What comes with other data, as another plan's numbers of clauses, is nobody's choice.
    const isChoice = !reading && !isConsequence && loaded === before.loaded
    const step = isChoice && discrete(view) !== discrete(before.view)
    if (address === location.hash) return
    if (step) history.pushState({ depth: depth() + 1 }, '', address)
    else history.replaceState({ depth: depth() }, '', address)
  })
  window.addEventListener('popstate', read)
  return () => {
    stop()
    window.removeEventListener('popstate', read)
  }
}
