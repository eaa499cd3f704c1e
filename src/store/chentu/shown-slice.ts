import type { DayEvaluation } from '@/questions/evaluated-package'
import type { ShownCounts } from '@/questions/shown-counts'
import type { ShownSources } from '@/questions/shown-sources'
import type { SourceSummary } from '@/questions/source-summary'
import type { RingState } from '@/questions/sources-in-ring'
import { sayFailure } from '@/store/page/failure'
import { datasetWorker, whenAnswered } from '@/workers/client'
import { effectiveDate } from './effective-date'
import { lastAsked } from './last-asked'
import type { ShownSlice, Slice } from './state'

export const shownSlice: Slice<ShownSlice> = (set, get) => {
  /** Numbers the requests: what answers an older one than the last is dropped. */
  let lastRequestId = 0
  let lastRequest: Promise<void> = Promise.resolve()
  /** The shown sources whose counts are shown too. */
  let counted: ShownSources | null = null
  const evaluate = lastAsked<DayEvaluation>()
  const measureRing = lastAsked<RingState>()
  const show = lastAsked<ShownSources>()
  const find = lastAsked<SourceSummary | null>()
  const count = lastAsked<ShownCounts>()

  async function answer(requestId: number): Promise<void> {
    const { loaded: dataset, seen, view } = get()
    if (!dataset) return
    const isOvertaken = () => requestId !== lastRequestId
    const worker = datasetWorker()
    const day = effectiveDate(dataset, view)
    const chosenRing = view.ring ?? dataset.settings.ring
    const { basis, radiusMetres } = chosenRing
    const [evaluation, ring] = await Promise.all([
      evaluate([dataset, day, seen], () => worker.evaluate(day)),
      measureRing([dataset, basis, radiusMetres], () => worker.ring(chosenRing)),
    ])
    if (isOvertaken()) return lastRequest
    const { filters, selected: key } = view
    const [shown, selected] = await Promise.all([
      show([evaluation, ring, filters], () => worker.show({ asOf: day, ring: chosenRing, filters })),
      key && find([evaluation, key.kind, key.code], () => worker.find(key.kind, key.code)),
    ])
    if (isOvertaken()) return lastRequest
    const { opened } = get()
    if (opened?.dataset === dataset) {
      // The map and the list first; what further choices would leave is counted after them.
      set(opened.shown === shown ? { selected } : { opened: { ...opened, evaluation, ring, shown }, selected })
      if (counted === shown) return
      await whenAnswered()
      if (isOvertaken()) return lastRequest
    }
    const counts = await count([shown], () => worker.counts())
    if (isOvertaken()) return lastRequest
    counted = shown
    set({ phase: 'ready', opened: { dataset, evaluation, ring, shown, counts, filters }, selected })
  }

  return {
    opened: null,
    loaded: null,
    selected: null,
    seen: null,
    refresh() {
      lastRequest = answer(++lastRequestId)
      return lastRequest
    },
    async takeSeen(seen) {
      set({ seen })
      try {
        await datasetWorker().seen(seen)
        await get().refresh()
      } catch (error) {
        sayFailure(error)
      }
    },
  }
}
