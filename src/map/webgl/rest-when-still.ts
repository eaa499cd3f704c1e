import type { MapLibreOverlay } from '@deck.gl/maplibre'

/** So long after the last picture nothing more is coming: no animation of ours pauses for longer. */
const STILL_MS = 1000

/** The loop that asks for frames. deck.gl keeps it to itself and has no word of its own to rest; written so, the types still hold. */
// biome-ignore lint/complexity/useLiteralKeys: TypeScript lets members that are not public be read in this form alone.
const loopOf = (overlay: MapLibreOverlay) => overlay['_deck']?.['animationLoop']

/**
 * Lets deck.gl rest while nothing changes: left alone it asks for each frame of the screen and finds nothing to paint, which
 * keeps a tablet's processor awake all day. A picture, also that of a map which moves, keeps it awake.
 * @returns what wakes it for something new to paint.
 */
export function restWhenStill(overlay: MapLibreOverlay): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  function awake() {
    void loopOf(overlay)?.start()
    clearTimeout(timer)
    timer = setTimeout(() => loopOf(overlay)?.stop(), STILL_MS)
  }
  // Only once it has painted: a loop that is stopped while it starts never starts.
  overlay.setProps({ onAfterRender: awake })
  return () => timer !== undefined && awake()
}
