import type { DayEvaluation } from '@/questions/evaluated-package'
import type { ShownCounts } from '@/questions/shown-counts'
import type { ShownSources } from '@/questions/shown-sources'
import type { SourceSummary } from '@/questions/source-summary'
import type { RingState } from '@/questions/sources-in-ring'
import { sayFailure } from '@/store/page/failure'
import { datasetWorker, whenAnswered } from '@/workers/client'
import { effectiveDate } from './effective-date'
import { filtersWithin } from './filters-within'
import { lastAsked } from './last-asked'
import type { ShownSlice, Slice } from './state'

export const shownSlice: Slice<ShownSlice> = (set, get) => {
  /** Numbers the requests: what answers an older one than the last is dropped. */
  let lastRequestId = 0
  let lastRequest: Promise<void> = Promise.resolve()
  /** How many requests wait for their day or their ring. */
  let waiting = 0
  /** The shown sources whose counts are shown too. */
  let counted: ShownSources | null = null
  const evaluate = lastAsked<DayEvaluation>()
  const measureRing = lastAsked<RingState>()
  const show = lastAsked<ShownSources>()
  const find = lastAsked<SourceSummary | null>()
  const count = lastAsked<ShownCounts>()

  async function answer(requestId: number): Promise<void> {
    const { loaded: dataset, seen, tracked, view } = get()
    if (!dataset) return
    const isOvertaken = () => requestId !== lastRequestId
    const worker = datasetWorker()
    const asOf = effectiveDate(dataset, view)
    const wanted = view.ring ?? dataset.settings.ring
    const { filters, within, selected: key } = view
    // All at once, so that the worker is at it while the page is rendered for the new view.
    const evaluating = evaluate([dataset, asOf, seen, tracked], () => worker.evaluate(asOf))
    const measuring = measureRing([dataset, wanted.basis, wanted.radiusMetres], () => worker.ring(wanted))
    const known = Promise.all([evaluating, measuring])
    const isBehind = waiting > 0
    waiting++
    const settle = () => void waiting--
    known.then(settle, settle)
    // Days that are gone through faster than they are evaluated are not shown one by one.
    if (isBehind) {
      await known
      if (isOvertaken()) return lastRequest
    }
    const showing = show([evaluating, measuring, filters, within], () => {
      const request = worker.show({ asOf, ring: wanted, filters: filtersWithin(filters, within) })
      set({ asked: { dataset } })
      return request
    })
    const [evaluation, ring, shown, selected] = await Promise.all([
      evaluating,
      measuring,
      showing,
      // The worker finds it as it stands in what was shown last.
      key && find([showing, key.kind, key.code, key.nth], () => worker.find(key.kind, key.code, key.nth)),
    ])
    if (isOvertaken()) return lastRequest
    const chosen = { selected, notFound: selected === null ? key : null }
    const { opened } = get()
    if (opened?.dataset === dataset) {
      // The map and the list first; what further choices would leave is counted after them.
      set(
        opened.shown === shown
          ? chosen
          : { opened: { ...opened, evaluation, ring, shown, shownFilters: filters }, ...chosen },
      )
      if (counted === shown) return
      await whenAnswered()
      if (isOvertaken()) return lastRequest
    }
    const counts = await count([shown], () => worker.counts())
    if (isOvertaken()) return lastRequest
    counted = shown
    const of = { shown, shownFilters: filters, counts, filters }
    set({ phase: 'ready', opened: { dataset, evaluation, ring, ...of }, ...chosen })
  }

  /** What is shown follows where counts are others than before, or what was counted is. */
  async function takeKept(count: () => Promise<boolean>, isOther: boolean): Promise<void> {
    // Whoever opens a package counts then.
    if (get().loaded === null) return
    try {
      if (!(await count()) && !isOther) return
      set({ tracked: get().tracked + 1 })
      await get().refresh()
    } catch (error) {
      sayFailure(error)
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
        // Asked for at once: the worker hears of both in their order, and what it was asked before is overtaken.
        await Promise.all([datasetWorker().seen(seen), get().refresh()])
      } catch (error) {
        sayFailure(error)
      }
    },
  }
}
