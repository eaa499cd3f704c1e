/** A word between the windows of the app, and their workers. Nothing is decided by it: it says when to look. */
export function wordBetweenWindows(name: string) {
  let opened: BroadcastChannel | null = null
  /** One, which does not hear itself, and is kept open: not every engine sends what was posted just before a channel was closed. */
  const channel = () => {
    opened ??= new BroadcastChannel(name)
    return opened
  }
  return {
    tell: () => channel().postMessage(null),
    /** Calls at every word of another window, or of a worker. */
    hear: (changed: () => void) => channel().addEventListener('message', changed),
  }
}

const versions = wordBetweenWindows('chentu-versions')

/** Tells all windows that something else is in force now, or that the list of versions has changed. */
export const tellWindows = versions.tell

/** Calls at every change that another window, or the own worker, has told. */
export const hearWindows = versions.hear
