/** So long a page that is being left may still be seen; where it is seen after that, somebody has stopped the leaving. */
const STAYS_MS = 10_000
let leftAt = Number.NEGATIVE_INFINITY

/** Follows whether the page is being left: Firefox and WebKit then break off what it still loads, and tell it so. */
export function followLeaving(): void {
  window.addEventListener('beforeunload', () => {
    leftAt = performance.now()
  })
}

export const isLeaving = (): boolean => performance.now() - leftAt < STAYS_MS

/** Ends at once in a page that stays; in one that is being left, only where it is not left after all. */
export async function whenStaying(): Promise<void> {
  if (isLeaving()) await new Promise((done) => setTimeout(done, STAYS_MS))
}
