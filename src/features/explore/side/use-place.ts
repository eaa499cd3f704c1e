import { useEffect, useRef, useState } from 'react'
import type { SourceSummary } from '@/questions/source-summary'
import { useAnswer } from '@/store/answers/use-answer'
import { amendView } from '@/store/view/address'

/**
 * Where the chosen source stands in the list of those that are shown. One that was in it and is left out by what was chosen
 * afterwards is let go: `dropped` is its name, until another is chosen.
 */
export function usePlace(selected: SourceSummary | null): {
  readonly place: number | null
  readonly dropped: string | null
} {
  const source = selected?.source ?? null
  const place = useAnswer(async (worker) => (source === null ? null : worker.shownPlace(source)), source)
  const [dropped, setDropped] = useState<string | null>(null)
  const wasIn = useRef<number | null>(null)
  const name = selected?.name ?? null
  useEffect(() => {
    if (source === null || place === null) return
    if (place >= 0) {
      wasIn.current = source
      setDropped(null)
    } else if (wasIn.current === source) {
      wasIn.current = null
      amendView({ selected: null })
      setDropped(name)
    } else setDropped(null)
  }, [source, place, name])
  return { place, dropped }
}
