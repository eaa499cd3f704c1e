const NAME = 'chentu-versions'

/** Tells all windows that something else is in force now, or that the list of versions has changed. */
export function tellWindows(): void {
  // One that only tells hears nothing and is closed at once; what was sent still arrives.
  const channel = new BroadcastChannel(NAME)
  channel.postMessage(null)
  channel.close()
}

/** Calls at every change that another window, or the own worker, has told. Nothing is decided by it: it says when to look. */
export function hearWindows(changed: () => void): void {
  new BroadcastChannel(NAME).addEventListener('message', changed)
}
