import { useEffect, useRef, useState } from 'react'
import type { Dataset } from '@/questions/dataset'
import type { SourceSummary } from '@/questions/source/source-summary'
import { useAnswer } from '@/store/answers/use-answer'
import { useDataset } from '@/store/chentu'
import { amendView } from '@/store/view/address'

/**
 * Index of the selected source in the list of those shown. A source that was in the list and is excluded by a later
 * filter is deselected: `dropped` is its name until another is selected. A source excluded by changed data stays
 * selected, since the user who edited it wants to see it and to undo the change there.
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
  /** The source that was in the list, with the dataset at that time. */
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
