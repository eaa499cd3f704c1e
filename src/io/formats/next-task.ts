/** Number of rows read between two pauses. */
export const ROWS_AT_ONCE = 500

/** Longest time to work without a pause; pausing more often would cost too much. */
const LONGEST_TURN_MS = 30

/** When the last pause was made. */
let turnBegun = 0

/**
 * Lets pending tasks run, if the last pause was long enough ago. Does not use a timer, since repeated timers wait four
 * milliseconds each.
 */
export async function nextTask(): Promise<void> {
  if (performance.now() - turnBegun < LONGEST_TURN_MS) return
  const { port1, port2 } = new MessageChannel()
  await new Promise<void>((done) => {
    port1.onmessage = () => {
      port1.close()
      done()
    }
    port2.postMessage(null)
  })
  turnBegun = performance.now()
}
