import { create } from 'zustand'
import type { Problem } from '@/domain/problem'
import { datasetWorker } from '@/workers/client'
import type { Dataset, Judgement, RingState } from '@/workers/session'
import { type Shown, shownSources } from './shown'
import { findSource } from './source-key'
import { FIRST_VIEW, type View } from './view'

/** A package that is open and everything that belongs to the view of it. */
export interface Opened {
  readonly dataset: Dataset
  readonly judgement: Judgement
  readonly ring: RingState
  readonly shown: Shown
}

interface ChentuState {
  readonly phase: 'loading' | 'ready' | 'broken'
  readonly problems: readonly Problem[]
  readonly opened: Opened | null
  readonly view: View
  /** Opens the package whose descriptor is at `url`, once the view is known. */
  open(url: string): Promise<void>
  /** Changes the view; what depends on it follows. */
  setView(change: Partial<View>): void
}

const asOfOf = (dataset: Dataset, view: View) => view.asOf ?? dataset.settings.asOf
const ringOf = (dataset: Dataset, view: View) => view.ring ?? dataset.settings.ring

export const useChentu = create<ChentuState>()((set, get) => {
  /** Brings judgement, ring and shown sources up to the view; asks the worker only for what changed. */
  async function follow(): Promise<void> {
    const { opened, view } = get()
    if (!opened) return
    const { dataset } = opened
    const asOf = asOfOf(dataset, view)
    const wanted = ringOf(dataset, view)
    const sameRing = opened.ring.basis === wanted.basis && opened.ring.radiusMetres === wanted.radiusMetres
    if (opened.judgement.asOf !== asOf || !sameRing) {
      const [judgement, ring] = await Promise.all([
        opened.judgement.asOf === asOf ? opened.judgement : datasetWorker().judge(asOf),
        sameRing ? opened.ring : datasetWorker().ring(wanted.basis, wanted.radiusMetres),
      ])
      const now = get()
      // A newer change has its own answer on the way.
      if (now.opened?.dataset !== dataset || asOfOf(dataset, now.view) !== asOf || ringOf(dataset, now.view) !== wanted)
        return
      set({ opened: { dataset, judgement, ring, shown: shownSources(dataset, judgement, ring, now.view.filters) } })
      return
    }
    const { judgement, ring } = opened
    set({ opened: { ...opened, shown: shownSources(dataset, judgement, ring, view.filters) } })
  }

  return {
    phase: 'loading',
    problems: [],
    opened: null,
    view: FIRST_VIEW,
    async open(url) {
      const { value: dataset, problems } = await datasetWorker().open(url)
      if (!dataset) {
        set({ phase: 'broken', problems })
        return
      }
      const { view } = get()
      const { basis, radiusMetres } = ringOf(dataset, view)
      const [judgement, ring] = await Promise.all([
        datasetWorker().judge(asOfOf(dataset, view)),
        datasetWorker().ring(basis, radiusMetres),
      ])
      const shown = shownSources(dataset, judgement, ring, get().view.filters)
      set({ phase: 'ready', problems, opened: { dataset, judgement, ring, shown } })
      await follow()
    },
    setView(change) {
      set({ view: { ...get().view, ...change } })
      if ('asOf' in change || 'ring' in change || 'filters' in change) void follow()
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

/** The number of the selected source, or null. */
export function useSelected(): number | null {
  const { dataset } = useOpened()
  const key = useChentu((state) => state.view.selected)
  return findSource(dataset.sources, key)
}
