/**
 * Runs something once the browser is idle, at the latest after `latest` milliseconds; Safari has no idle callback and
 * waits for `otherwise` milliseconds instead. Returns a function that cancels it.
 */
export function whenIdle(run: () => void, latest: number, otherwise: number): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(run, otherwise)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(run, { timeout: latest })
  return () => cancelIdleCallback(asked)
}
