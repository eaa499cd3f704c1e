import { useEffect, useRef, useState } from 'react'
import { ledger } from '@/store/ledger'

/** Parts of a draft, or what to make of it as it is by then. */
export type Change<T> = Partial<T> | ((now: T) => Partial<T>)

/**
 * What is being written under a key, kept on every change, through a reload and a dead battery; null until it is read.
 * `onRefused` hears that a change could not be kept; writing goes on.
 */
export function useDraft<T>(
  key: string,
  empty: T,
  onRefused: () => void,
): readonly [draft: T | null, change: (part: Change<T>) => void, forget: () => void] {
  const [draft, setDraft] = useState<T | null>(null)
  // A photo takes a while: what it is added to is what is written by then.
  const latest = useRef(empty)
  // biome-ignore lint/correctness/useExhaustiveDependencies: an empty draft is the same whenever it is made
  useEffect(() => {
    let gone = false
    const show = (kept: unknown) => {
      if (gone) return
      latest.current = (kept as T | null) ?? empty
      setDraft(latest.current)
    }
    void ledger()
      .draft(key)
      .then(show, () => show(null))
    return () => {
      gone = true
    }
  }, [key])
  const change = (part: Change<T>) => {
    const now = latest.current
    latest.current = { ...now, ...(typeof part === 'function' ? part(now) : part) }
    setDraft(latest.current)
    void ledger().keepDraft(key, latest.current).catch(onRefused)
  }
  // The ledger clears the draft with the event that is made of it.
  const forget = () => {
    latest.current = empty
    setDraft(empty)
  }
  return [draft, change, forget]
}
