/**
 * A signal between the windows of the app and their workers. It carries no data and only tells others to check for
 * changes.
 */
export function windowSignal(name: string) {
  let opened: BroadcastChannel | null = null
  /**
   * One channel, kept open, since some engines do not send messages posted just before closing it. It does not
   * receive its own messages.
   */
  const channel = () => {
    opened ??= new BroadcastChannel(name)
    return opened
  }
  return {
    tell: () => channel().postMessage(null),
    /** Calls back at every signal from another window or a worker. */
    hear: (changed: () => void) => channel().addEventListener('message', changed),
  }
}

const versions = windowSignal('chentu-versions')

/** Tells all windows that another version is in force, or that the list of versions has changed. */
export const notifyWindows = versions.tell

/** Calls back when another window, or this window's worker, has signalled a change. */
export const onWindowsChanged = versions.hear
