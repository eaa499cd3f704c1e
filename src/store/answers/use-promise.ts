import { useEffect, useState } from 'react'
import { WorkerStopped } from '@/workers/live-worker'

/** What a question has come to so far. */
interface Outcome<T> {
  /** The last answer, also while the same question is asked anew; null until there is one. */
  readonly found: T | null
  /** What the question was rejected with when it was asked last; null where it was not. */
  readonly error: unknown
}

const NOTHING: Outcome<never> = { found: null, error: null }

/**
 * What a promise comes to, as the one way from a promise to what a component shows. `about` says which question it is: the
 * answer to another is never shown. `again` lists what the same question must be asked anew for: the answer before stands until
 * the next, and one that was overtaken is dropped. A worker that died answers nothing.
 *
 * React's own `use` needs a cache of promises that outlives the component, a boundary around every one of them, and a
 * transition wherever the answer before is to stand: more than this is.
 */
export function useOutcome<T>(ask: () => Promise<T>, about: unknown, again: readonly unknown[] = []): Outcome<T> {
  const [last, setLast] = useState<Outcome<T> & { readonly about: unknown }>({ ...NOTHING, about })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is made anew at each render; `about` and `again` say when it is asked
  useEffect(() => {
    let isOvertaken = false
    ask().then(
      (found) => {
        if (isOvertaken) return
        // What is answered as before, often with nothing, renders nobody.
        setLast((before) =>
          Object.is(before.about, about) && Object.is(before.found, found) && before.error === null
            ? before
            : { about, found, error: null },
        )
      },
      (error) => {
        if (isOvertaken || error instanceof WorkerStopped) return
        setLast((before) => ({ about, found: Object.is(before.about, about) ? before.found : null, error }))
      },
    )
    return () => {
      isOvertaken = true
    }
  }, [about, ...again])
  return Object.is(last.about, about) ? last : NOTHING
}

/**
 * The answer to a question, null until it is there, as {@link useOutcome} has it.
 * @throws what it was rejected with, for the nearest boundary to say
 */
export function usePromise<T>(ask: () => Promise<T>, about: unknown, again: readonly unknown[] = []): T | null {
  const { found, error } = useOutcome(ask, about, again)
  if (error !== null) throw error
  return found
}
