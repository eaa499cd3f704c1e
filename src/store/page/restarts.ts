/** So many times within so long a worker is started anew before the page gives up. */
const MOST_RESTARTS = 3
const RESTARTS_WITHIN_MS = 5 * 60_000

/** Counts how often a worker has died; whether it may be started once more now, in milliseconds since 1970. */
export function restartLimit(): (now: number) => boolean {
  let restarts: readonly number[] = []
  return (now) => {
    restarts = [...restarts.filter((at) => now - at < RESTARTS_WITHIN_MS), now]
    return restarts.length <= MOST_RESTARTS
  }
}
