/** Runs some work; returns its duration and result. */
export function timed<T>(work: () => T): { ms: number; value: T } {
  const start = performance.now()
  const value = work()
  return { ms: performance.now() - start, value }
}

export const ms = (value: number) => `${value.toFixed(0)} ms`
