import { useEffect, useState } from 'react'
import { useDebounced } from '@/store/page/use-debounced'
import { effectOfReadings, endLook } from '@/store/readings'
import type { ImportEffect } from '@/workspace/readings/decided-import'
import type { ReadingsDecision, ReadingsReview } from '@/workspace/readings/readings-desk'

/** What was found out about a decision on a review; null if it could not be. */
interface Found {
  readonly review: ReadingsReview
  readonly about: string
  readonly effect: ImportEffect | null
}

/**
 * What an import does to the saved readings, once it is asked for: undefined until that is found out, null if it could
 * not be.
 */
export function useImportEffect(
  isAsked: boolean,
  review: ReadingsReview,
  decision: ReadingsDecision,
): ImportEffect | null | undefined {
  // A code that is typed is another decision with each letter.
  const about = useDebounced(JSON.stringify(decision))
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    if (!isAsked) return
    let isOld = false
    const say = (effect: ImportEffect | null) => {
      if (!isOld) setFound({ review, about, effect })
    }
    effectOfReadings(JSON.parse(about) as ReadingsDecision).then(say, () => say(null))
    return () => {
      isOld = true
      endLook()
    }
  }, [isAsked, review, about])
  return found?.review === review && found.about === JSON.stringify(decision) ? found.effect : undefined
}
