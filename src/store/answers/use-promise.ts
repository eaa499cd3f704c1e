import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { WorkerStopped } from '@/workers/live-worker'

/** State of a question. */
interface Outcome<T> {
  /** The last answer, kept while the same question is asked again; null until there is one. */
  readonly found: T | null
  /** The error of the last request; null if it did not fail. */
  readonly error: unknown
}

const NOTHING: Outcome<never> = { found: null, error: null }

interface Options {
  /** Renders an answer as soon as it arrives, before other updates that are waiting. */
  readonly isUrgent?: boolean
}

/**
 * The result of a promise for a component; the only way used to show promises. `about` identifies the question: the
 * answer to another one is never shown. `again` lists values whose change repeats the same question: the previous
 * answer stays until the next arrives, and overtaken answers are dropped. Requests to a dead worker give no answer.
 *
 * React's own `use` would need a cache of promises outliving the component, a boundary around each, and a transition
 * wherever the previous answer should stay, which is more than this.
 */
export function useOutcome<T>(
  ask: () => Promise<T>,
  about: unknown,
  again: readonly unknown[] = [],
  { isUrgent = false }: Options = {},
): Outcome<T> {
  const [last, setLast] = useState<Outcome<T> & { readonly about: unknown }>({ ...NOTHING, about })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `about` and `again` determine when to ask; `ask` is new at each render
  useEffect(() => {
    let isOvertaken = false
    ask().then(
      (found) => {
        if (isOvertaken) return
        // The same answer again, often nothing, must not cause a render.
        const show = () =>
          setLast((before) =>
            Object.is(before.about, about) && Object.is(before.found, found) && before.error === null
              ? before
              : { about, found, error: null },
          )
        if (isUrgent) flushSync(show)
        else show()
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
 * The answer to a question, null until it arrives; see {@link useOutcome}.
 * @throws the error of the request, for the nearest error boundary
 */
export function usePromise<T>(
  ask: () => Promise<T>,
  about: unknown,
  again: readonly unknown[] = [],
  options: Options = {},
): T | null {
  const { found, error } = useOutcome(ask, about, again, options)
  if (error !== null) throw error
  return found
}
