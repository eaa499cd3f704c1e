import { nextMessage } from '@/workers/next-message'

/**
 * Work in steps: it yields wherever it may be interrupted, and returns its result. What it reads must not change
 * meanwhile.
 */
export type Steps<T> = Generator<void, T>

/** Longest time to work without letting the page draw and react; a tablet takes four times as long for the same work. */
const SLICE_MS = 8

/** Does all of the work at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Does the work in slices, between which the page draws and reacts. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const until = performance.now() + SLICE_MS
    do {
      const step = steps.next()
      if (step.done) return step.value
    } while (performance.now() < until)
    await nextMessage()
  }
}
