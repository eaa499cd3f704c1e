/**
 * Runs `act` periodically while the page is visible, and once when it becomes visible again; nothing runs while it is
 * hidden.
 */
export function repeatWhileVisible(ms: number, act: () => void): () => void {
  let timer: ReturnType<typeof setInterval> | null = null
  const rest = () => {
    if (timer !== null) clearInterval(timer)
    timer = null
  }
  const look = () => {
    rest()
    if (document.visibilityState !== 'visible') return
    timer = setInterval(act, ms)
  }
  const followSight = () => {
    look()
    if (timer !== null) act()
  }
  document.addEventListener('visibilitychange', followSight)
  look()
  return () => {
    document.removeEventListener('visibilitychange', followSight)
    rest()
  }
}
