import type { MapLibreOverlay } from '@deck.gl/maplibre'

/** Time after the last rendering when no more is expected; none of our animations pauses for longer. */
const STILL_MS = 1000

/** deck.gl's animation loop, which is private and has no public way to pause; bracket access keeps the types. */
// biome-ignore lint/complexity/useLiteralKeys: TypeScript allows access to non-public members only in this form.
const loopOf = (overlay: MapLibreOverlay) => overlay['_deck']?.['animationLoop']

/**
 * Stops deck.gl's loop while nothing changes. Otherwise it requests every frame and finds nothing to paint, which keeps
 * a tablet's processor awake all day. Each rendering, including those of a moving map, keeps the loop running.
 * @returns a function that restarts the loop when there is something new to paint
 */
export function restWhenStill(overlay: MapLibreOverlay): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  function awake() {
    void loopOf(overlay)?.start()
    clearTimeout(timer)
    timer = setTimeout(() => loopOf(overlay)?.stop(), STILL_MS)
  }
  // Only after the first rendering: a loop that is stopped while starting never starts.
  overlay.setProps({ onAfterRender: awake })
  return () => timer !== undefined && awake()
}
