/** Maximum number of restarts of a worker within a period before the page gives up. */
const MAX_RESTARTS = 3
const RESTARTS_WITHIN_MS = 5 * 60_000

/** Counts how often a worker has died; returns whether it may be restarted at `now`, milliseconds since 1970. */
export function restartLimit(): (now: number) => boolean {
  let restarts: readonly number[] = []
  return (now) => {
    restarts = [...restarts.filter((at) => now - at < RESTARTS_WITHIN_MS), now]
    return restarts.length <= MAX_RESTARTS
  }
}
