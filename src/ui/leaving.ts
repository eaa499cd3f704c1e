/** How long a page may stay visible while it is being left; if visible for longer, the user has cancelled leaving. */
const STAYS_MS = 10_000
let leftAt = Number.NEGATIVE_INFINITY

/** Tracks whether the page is being left: Firefox and WebKit then abort pending loads, which reject. */
export function trackLeaving(): void {
  window.addEventListener('beforeunload', () => {
    leftAt = performance.now()
  })
}

export const isLeaving = (): boolean => performance.now() - leftAt < STAYS_MS

/** Resolves at once if the page is not being left; otherwise only if leaving was cancelled. */
export async function unlessLeaving(): Promise<void> {
  if (isLeaving()) await new Promise((done) => setTimeout(done, STAYS_MS))
}
