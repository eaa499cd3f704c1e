import { useEffect, useState } from 'react'
import { WorkerStopped } from '@/workers/live-worker'

type Outcome<T> = { readonly about: unknown } & ({ readonly found: T } | { readonly error: unknown })

/**
 * What a promise comes to, as the one way from a promise to what a component shows; null until it is there. `about` says which
 * question it is: the answer to another is never shown. `again` lists what the same question must be asked anew for: the answer
 * before stands until the next, and one that was overtaken is dropped. A worker that died answers nothing.
 *
 * React's own `use` needs a cache of promises that outlives the component, a boundary around every one of them, and a
 * transition wherever the answer before is to stand: more than this is.
 * @throws what the promise was rejected with, for the nearest boundary to say
 */
export function usePromise<T>(ask: () => Promise<T>, about: unknown, again: readonly unknown[] = []): T | null {
  const [outcome, setOutcome] = useState<Outcome<T> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is made anew at each render; `about` and `again` say when it is asked
  useEffect(() => {
    let isOvertaken = false
    ask().then(
      (found) => {
        if (!isOvertaken) setOutcome({ about, found })
      },
      (error) => {
        if (!isOvertaken && !(error instanceof WorkerStopped)) setOutcome({ about, error })
      },
    )
    return () => {
      isOvertaken = true
    }
  }, [about, ...again])
  if (!outcome || !Object.is(outcome.about, about)) return null
  if ('error' in outcome) throw outcome.error
  return outcome.found
}
