import { useChentu } from '@/store/chentu'
import { useMayOfferFirstTasks } from '@/store/page/first-tasks'
import { linkOriginOf, useLinkOrigin } from '@/store/page/link-origin'
import { decodeView, encodeView } from './link'
import { type Box, FIRST_VIEW, isCasesPanelShown, type View } from './view'

/** Any box: restricting to the map's window is a choice, moving the map meanwhile is not. */
const SOME_BOX: Box = [0, 0, 1, 1]

/** Moving the map adds no history entry; everything else does. */
const discrete = (view: View) =>
  encodeView({ ...view, camera: null, data: null, plan: null, within: view.within && SOME_BOX })

/** Stored by this page with every address it writes, and kept through reloads; a link that somebody opens has none. */
interface Written {
  /** Number of history entries before this one that this page made. */
  readonly depth?: number
}

const written = () => history.state as Written | null
const depth = () => Number(written()?.depth ?? 0)

/** Undoes the last choice; never leaves the page. */
export function undo(): void {
  if (depth() > 0) history.back()
}

/** Redoes the choice that was undone. */
export function redo(): void {
  history.forward()
}

let isAfterStep = false

/** Whether the view is one that a step through the history returned to, rather than a new choice. */
export const isHistoryStep = (): boolean => isAfterStep

/** The current change follows from the previous choice and is undone with it. */
let isConsequence = false

/** Changes the view as a consequence of the last choice: going back returns to before that choice. */
export function amendView(change: Partial<View>): void {
  isConsequence = true
  useChentu.getState().setView(change)
  isConsequence = false
}

/**
 * Binds the view to the address after `#`: a link opens the same view, the back button undoes one choice. Returns a
 * function that ends it.
 */
export function bindAddress(): () => void {
  let reading = false
  const read = () => {
    const view = decodeView(location.hash)
    useLinkOrigin.setState({ made: written() ? null : linkOriginOf(location.hash) })
    reading = true
    // The page's own addresses contain the checksum of the data at that time; only somebody's link can be about other
    // data. Of another panel they name no case: the panel of cases still shows the last one when it is opened again.
    const kept = isCasesPanelShown(view) ? view.case : useChentu.getState().view.case
    useChentu.getState().setView(written() ? { ...view, case: kept, data: null } : view)
    reading = false
  }
  read()
  const opened = encodeView(useChentu.getState().view)
  // A received link shows what its sender meant, without an offer of first tasks.
  if (!written() && opened !== encodeView(FIRST_VIEW)) useMayOfferFirstTasks.setState({ offered: false })
  history.replaceState(history.state, '', `#${opened}`)
  const stop = useChentu.subscribe(({ view, loaded }, before) => {
    if (view === before.view) return
    const address = `#${encodeView(view)}`
    // Changes caused by other data, such as another plan's clause numbers, are not the user's choices.
    const isChoice = !reading && !isConsequence && loaded === before.loaded
    const step = isChoice && discrete(view) !== discrete(before.view)
    if (step) isAfterStep = false
    if (address === location.hash) return
    if (step) history.pushState({ depth: depth() + 1 }, '', address)
    else history.replaceState({ depth: depth() }, '', address)
  })
  const stepped = () => {
    isAfterStep = true
    read()
  }
  window.addEventListener('popstate', stepped)
  return () => {
    stop()
    window.removeEventListener('popstate', stepped)
  }
}
