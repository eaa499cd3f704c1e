const NAME = 'chentu-versions'

let channel: BroadcastChannel | null = null

/** Tells all windows that something else is in force now, or that the list of versions has changed. */
export function tellWindows(): void {
  // Kept open: not every engine sends what was posted just before a channel was closed.
  channel ??= new BroadcastChannel(NAME)
  channel.postMessage(null)
}

/** Calls at every change that another window, or the own worker, has told. Nothing is decided by it: it says when to look. */
export function hearWindows(changed: () => void): void {
  new BroadcastChannel(NAME).addEventListener('message', changed)
}
