/** So many rows are read between two moments at which others may have their turn. */
export const ROWS_AT_ONCE = 500

/** Work goes on for so long before what waits is done: asked more often, a thread does little else than ask. */
const LONGEST_TURN_MS = 30

/** When what waited was last done. */
let turnBegun = 0

/** Lets what waits be done, where it has waited for a while. Not by a timer, which waits four milliseconds when it is asked again and again. */
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
