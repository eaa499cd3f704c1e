import type { DayEvaluation } from '@/questions/evaluated-package'
import type { RingState } from '@/questions/map/sources-in-ring'
import type { ShownCounts } from '@/questions/shown/shown-counts'
import type { ShownSources } from '@/questions/shown/shown-sources'
import type { SourceSummary } from '@/questions/source/source-summary'
import { reportFailure } from '@/store/page/failure'
import { datasetWorker, whenAnswered, whenMapDrawn } from '@/workers/client'
import { effectiveDate } from './effective-date'
import { filtersWithin } from './filters-within'
import { latestAnswer } from './latest-answer'
import type { ShownSlice, Slice } from './state'

export const shownSlice: Slice<ShownSlice> = (set, get) => {
  /** Counts the requests: answers to older requests are dropped. */
  let lastRequestId = 0
  let lastRequest: Promise<void> = Promise.resolve()
  /** Number of requests waiting for their evaluation or their ring. */
  let waiting = 0
  /** The shown sources whose counts are shown too. */
  let counted: ShownSources | null = null
  const evaluate = latestAnswer<DayEvaluation>()
  const measureRing = latestAnswer<RingState>()
  const show = latestAnswer<ShownSources>()
  const find = latestAnswer<SourceSummary | null>()
  const count = latestAnswer<ShownCounts>()

  async function answer(requestId: number): Promise<void> {
    const { loaded: dataset, seen, tracked, view } = get()
    if (!dataset) return
    const isOvertaken = () => requestId !== lastRequestId
    const worker = datasetWorker()
    const asOf = effectiveDate(dataset, view)
    const wanted = view.ring ?? dataset.settings.ring
    const { filters, within, selected: key } = view
    // All requests at once, so that the worker runs while the page renders the new view.
    const evaluating = evaluate([dataset, asOf, seen, tracked], () => worker.evaluate(asOf))
    const measuring = measureRing([dataset, wanted.basis, wanted.radiusMetres], () => worker.ringState(wanted))
    const known = Promise.all([evaluating, measuring])
    const isBehind = waiting > 0
    waiting++
    const settle = () => void waiting--
    known.then(settle, settle)
    // If days change faster than they are evaluated, intermediate days are skipped.
    if (isBehind) {
      await known
      if (isOvertaken()) return lastRequest
    }
    const showing = show([evaluating, measuring, filters, within], () => {
      const request = worker.showSources({ asOf, ring: wanted, filters: filtersWithin(filters, within) })
      set({ asked: { dataset } })
      return request
    })
    const [evaluation, ring, shown, selected] = await Promise.all([
      evaluating,
      measuring,
      showing,
      // The worker returns the source in the state of its last `show`.
      key && find([showing, key.kind, key.code, key.nth], () => worker.findSource(key.kind, key.code, key.nth)),
    ])
    // The map first: rendering the panels would delay it.
    await whenMapDrawn()
    if (isOvertaken()) return lastRequest
    const chosen = { selected, notFound: selected === null ? key : null }
    const { opened } = get()
    if (opened?.dataset === dataset) {
      // Map and list first; the counts of further filter options follow.
      set(
        opened.shown === shown
          ? chosen
          : { opened: { ...opened, evaluation, ring, shown, shownFilters: filters }, ...chosen },
      )
      if (counted === shown) return
      await whenAnswered()
      if (isOvertaken()) return lastRequest
    }
    const counts = await count([shown], () => worker.countShown())
    if (isOvertaken()) return lastRequest
    counted = shown
    const of = { shown, shownFilters: filters, counts, filters }
    set({ phase: 'ready', opened: { dataset, evaluation, ring, ...of }, ...chosen })
  }

  /** Updates what is shown if the counts, or the data behind them, have changed. */
  async function takeKept(count: () => Promise<boolean>, isOther: boolean): Promise<void> {
    // Opening a package counts anyway.
    if (get().loaded === null) return
    try {
      if (!(await count()) && !isOther) return
      set({ tracked: get().tracked + 1 })
      await get().refresh()
    } catch (error) {
      reportFailure(error)
    }
  }

  return {
    opened: null,
    asked: null,
    loaded: null,
    selected: null,
    notFound: null,
    seen: null,
    refresh() {
      lastRequest = answer(++lastRequestId)
      return lastRequest
    },
    tracked: 0,
    takeTracks: (shelf, isOther) => takeKept(() => datasetWorker().countHauls(shelf), isOther),
    takeReadings: (shelf, isOther) => takeKept(() => datasetWorker().countReadings(shelf), isOther),
    async takeSeen(seen) {
      set({ seen })
      try {
        // Sent together: the worker receives both in order, and earlier requests are overtaken.
        await Promise.all([datasetWorker().setObservations(seen), get().refresh()])
      } catch (error) {
        reportFailure(error)
      }
    },
  }
}
