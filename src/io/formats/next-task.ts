/** So many rows are read at once; a cancel is heard before the next. */
export const ROWS_AT_ONCE = 500

/** Lets what waits be done. Not a timer, which waits four milliseconds when it is asked again and again. */
export function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((done) => {
    port1.onmessage = () => {
      port1.close()
      done()
    }
    port2.postMessage(null)
  })
}
