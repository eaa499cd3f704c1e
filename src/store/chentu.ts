import { create } from 'zustand'
import { asOfDay, dayOfInstant, type IsoDay } from '@/domain/calendar'
import { type Problem, type Result, reasonOf } from '@/domain/problem'
import type { Seen } from '@/domain/rules/seen'
import type { AreaStep } from '@/domain/sources/view/area'
import type { Filters } from '@/domain/sources/view/filters'
import type { Dataset } from '@/questions/dataset'
import type { DayEvaluation } from '@/questions/evaluated-package'
import type { ShownCounts } from '@/questions/shown-counts'
import type { ShownSources } from '@/questions/shown-sources'
import type { SourceSummary } from '@/questions/source-summary'
import type { RingState } from '@/questions/sources-in-ring'
import { datasetGivenUp, datasetReopened, datasetWorker, onDatasetWorkerStopped, whenAnswered } from '@/workers/client'
import { WorkerStopped } from '@/workers/live-worker'
import { notice } from './notices'
import { FIRST_VIEW, type View } from './view'

/** A package that is open and everything that belongs to the view of it. */
export interface Opened {
  readonly dataset: Dataset
  readonly evaluation: DayEvaluation
  readonly ring: RingState
  readonly shown: ShownSources
  /** Of the shown sources; for a moment of those shown before. */
  readonly counts: ShownCounts
  /** The filters that both of them answer; for a moment those before. */
  readonly filters: Filters
}

interface ChentuState {
  readonly phase: 'loading' | 'ready' | 'broken'
  readonly problems: readonly Problem[]
  readonly opened: Opened | null
  readonly view: View
  /** The source that the view names, as it stands on the as-of date; null where there is none. */
  readonly selected: SourceSummary | null
  /** Opens the package whose descriptor is at `url`, or what was taken over in its place, once the view is known. */
  open(url: string): Promise<void>
  /** Shows another state of the package; where there is none, what is shown stays, and the problems are the answer. */
  show(result: Result<Dataset>): Promise<readonly Problem[]>
  /** Takes in what field teams saw; what depends on it follows. */
  takeSeen(seen: readonly Seen[]): Promise<void>
  /** Changes the view; what depends on it follows. */
  setView(change: Partial<View>): void
}

/** So many times within so long the worker is started anew before the page gives up. */
const MOST_RESTARTS = 3
const RESTARTS_WITHIN_MS = 5 * 60_000

/** The day on which the rules are evaluated: a link's own, else the package's. */
const dayOfView = (dataset: Pick<Dataset, 'settings'>, view: Pick<View, 'asOf'>): IsoDay =>
  view.asOf ?? asOfDay(dataset.settings.asOf, dayOfInstant(new Date().toISOString()))
const ringOf = (dataset: Dataset, view: View) => view.ring ?? dataset.settings.ring

export const useChentu = create<ChentuState>()((set, get) => {
  /** Counts the run of changes, so that an answer to an old one is dropped. */
  let latest = 0
  /** The dataset that what is shown is brought up to: another than the one shown while a new one is on its way. */
  let followed: Dataset | null = null
  /** What a worker that is started anew must be told. */
  let address = ''
  let seenLast: readonly Seen[] | null = null
  let restarts: readonly number[] = []
  /** Counts the openings: what one does that was overtaken by another says nothing of the worker that lives now. */
  let openings = 0

  /** Says that something failed; what failed since the worker died comes again with the next one. */
  function say(error: unknown): void {
    if (error instanceof WorkerStopped) return
    console.error(error)
    notice('unexpected')
  }

  /** Opens in a new worker what was open in the one that died. */
  async function restart(): Promise<void> {
    if (address === '') return
    const now = Date.now()
    restarts = [...restarts.filter((at) => now - at < RESTARTS_WITHIN_MS), now]
    if (restarts.length > MOST_RESTARTS) {
      set({ phase: 'broken', problems: [{ code: 'worker-stopped', file: address }] })
      datasetGivenUp()
      return
    }
    notice('worker-restarted')
    await openAnew()
  }

  /** Opens the package, and lets those go on who wait for it since a worker died. Where this one dies too, the next goes on. */
  async function openAnew(): Promise<void> {
    const opening = ++openings
    try {
      const result = await datasetWorker().open(address)
      if (seenLast) await datasetWorker().seen(seenLast)
      await get().show(result)
      if (opening !== openings) return
      if (result.value === null) {
        set({ phase: 'broken', problems: result.problems })
        datasetGivenUp()
      } else datasetReopened()
    } catch (error) {
      broken(error)
    }
  }

  onDatasetWorkerStopped(() => void restart())

  /** Nothing can be shown: it is said, instead of loading for ever. */
  function broken(error: unknown): void {
    if (error instanceof WorkerStopped) return
    datasetGivenUp()
    console.error(error)
    set({ phase: 'broken', problems: [{ code: 'open-failed', file: address, seen: reasonOf(error) }] })
  }

  /** Brings evaluation, ring, shown sources and counts of a dataset up to the view; asks the worker only for what changed. */
  async function follow(dataset: Dataset, anew = false): Promise<void> {
    const run = ++latest
    followed = dataset
    const worker = datasetWorker()
    const { opened, view } = get()
    const before = opened?.dataset === dataset ? opened : null
    const asOf = dayOfView(dataset, view)
    const wanted = ringOf(dataset, view)
    const sameRing = before?.ring.basis === wanted.basis && before.ring.radiusMetres === wanted.radiusMetres
    const [evaluation, ring] = await Promise.all([
      before?.evaluation.asOf === asOf && !anew ? before.evaluation : worker.evaluate(asOf),
      sameRing ? before.ring : worker.ring(wanted),
    ])
    if (run !== latest) return
    const { filters, selected: key } = get().view
    const [shown, selected] = await Promise.all([
      worker.show({ asOf, ring: wanted, filters }),
      key && worker.find(key.kind, key.code),
    ])
    if (run !== latest) return
    // The map and the list first; what further choices would leave is counted after them.
    if (before) {
      set({ opened: { ...before, evaluation, ring, shown }, selected })
      await whenAnswered()
      if (run !== latest) return
    }
    const counts = await worker.counts()
    if (run === latest) set({ phase: 'ready', opened: { dataset, evaluation, ring, shown, counts, filters }, selected })
  }

  /** Looks up the source that the view names. */
  async function select(): Promise<void> {
    const key = get().view.selected
    const selected = key && (await datasetWorker().find(key.kind, key.code))
    if (get().view.selected === key) set({ selected })
  }

  return {
    phase: 'loading',
    problems: [],
    opened: null,
    view: FIRST_VIEW,
    selected: null,
    async open(url) {
      address = url
      await openAnew()
    },
    async show({ value, problems }) {
      if (value === null) return problems
      const { opened, view } = get()
      await follow(value)
      // What the page was opened with may be a link of somebody's; afterwards the address follows the data.
      if (opened === null) notice('other-data', view.data !== null && view.data !== value.checksum)
      for (const code of ['kept-copy', 'versions-unread', 'database-later'] as const)
        notice(
          code,
          problems.some((problem) => problem.code === code),
        )
      set({ problems, view: { ...get().view, data: value.checksum } })
      return []
    },
    async takeSeen(seen) {
      seenLast = seen
      try {
        await datasetWorker().seen(seen)
        if (followed) await follow(followed, true)
      } catch (error) {
        say(error)
      }
    },
    setView(change) {
      const { opened, view } = get()
      const data = opened?.dataset.checksum
      // A link that somebody opens in this page.
      if (data && change.data) notice('other-data', change.data !== data)
      set({ view: { ...view, ...change, ...(data ? { data } : {}) } })
      const follows = 'asOf' in change || 'ring' in change || 'filters' in change
      if (followed && follows) follow(followed).catch(say)
      if (opened && 'selected' in change) select().catch(say)
    },
  }
})

/** The open package; for components that are shown only once there is one. */
export function useOpened(): Opened {
  const opened = useChentu((state) => state.opened)
  if (!opened) throw new Error('no package is open')
  return opened
}

/** The report of the chosen month, or of the newest; null where the package has no dustfall. */
export function useReport() {
  const { dataset } = useOpened()
  const month = useChentu((state) => state.view.month)
  return dataset.reports.find((report) => report.month === month) ?? dataset.reports.at(-1) ?? null
}

/** Adds a step to the selected area. */
export function addArea(step: AreaStep): void {
  const { view, setView } = useChentu.getState()
  setView({ filters: { ...view.filters, area: [...view.filters.area, step] } })
}
