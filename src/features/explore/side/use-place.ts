import { useEffect, useRef, useState } from 'react'
import type { Dataset } from '@/questions/dataset'
import type { SourceSummary } from '@/questions/source-summary'
import { useAnswer } from '@/store/answers/use-answer'
import { useDataset } from '@/store/chentu'
import { amendView } from '@/store/view/address'

/**
 * Where the chosen source stands in the list of those that are shown. One that was in it and is left out by what was chosen
 * afterwards is let go: `dropped` is its name, until another is chosen. One that changed data leaves out stays chosen: whoever
 * wrote it over wants to see it, and takes that back where it was done.
 */
export function usePlace(selected: SourceSummary | null): {
  readonly place: number | null
  readonly dropped: string | null
} {
  const source = selected?.source ?? null
  const dataset = useDataset()
  const found = useAnswer(
    async (worker) => (source === null ? null : { place: await worker.shownPlace(source), dataset }),
    source,
  )
  const [dropped, setDropped] = useState<string | null>(null)
  /** The source that was in the list, and the data that it was then. */
  const wasIn = useRef<{ readonly source: number; readonly dataset: Dataset } | null>(null)
  const name = selected?.name ?? null
  useEffect(() => {
    if (source === null || found === null) return
    const before = wasIn.current
    wasIn.current = null
    if (found.place >= 0) {
      wasIn.current = { source, dataset: found.dataset }
      setDropped(null)
    } else if (before?.source === source && before.dataset === found.dataset) {
      amendView({ selected: null })
      setDropped(name)
    } else setDropped(null)
  }, [source, found, name])
  return { place: found?.place ?? null, dropped }
}
