import { create } from 'zustand'
import type { AreaStep } from '@/domain/sources/view/area'
import { DIMENSIONS, NO_FILTERS } from '@/domain/sources/view/filters'
import type { Dataset } from '@/questions/dataset'
import { isSameSource, type SourceKey, type View } from '@/store/view/view'
import { openingSlice } from './opening-slice'
import { restartWorker } from './restart-worker'
import { shownSlice } from './shown-slice'
import type { ChentuState, Opened } from './state'
import { viewSlice } from './view-slice'

export { effectiveDate } from './effective-date'
export type { Opened } from './state'

/** The open package and the view of it. The sources themselves are in the worker. */
export const useChentu = create<ChentuState>()((...store) => ({
  ...openingSlice(...store),
  ...shownSlice(...store),
  ...viewSlice(...store),
}))

restartWorker(useChentu)

const all = (opened: Opened): unknown => opened

/**
 * The open package, or a selected part, for components that are rendered only when one is open. A filter change updates
 * first what is shown and then the counts; a component that selects a part is rendered only when that changes.
 */
export function useOpened(): Opened
export function useOpened<T>(pick: (opened: Opened) => T): T
export function useOpened(pick = all): unknown {
  return useChentu(({ opened }) => {
    if (!opened) throw new Error('no package is open')
    return pick(opened)
  })
}

/** The dataset that is shown, or will be once its sources are evaluated; for components that need no sources. */
export function useDataset(): Dataset {
  const dataset = useChentu((state) => state.opened?.dataset ?? state.loaded)
  if (!dataset) throw new Error('no package is read')
  return dataset
}

/** The report of the selected month, or else the latest; null if the package has no dustfall. */
export function useReport() {
  const dataset = useDataset()
  const month = useChentu((state) => state.view.month)
  return dataset.reports.find((report) => report.month === month) ?? dataset.reports.at(-1) ?? null
}

/** The selected source if the open data does not contain it; null while that is unknown. */
export function useNotFound(): SourceKey | null {
  return useChentu(({ notFound, view }) =>
    notFound && view.selected && isSameSource(notFound, view.selected) ? notFound : null,
  )
}

/** The report of the comparison month; null if there is none. */
export function useOtherReport() {
  const { reports } = useDataset()
  const chosen = useReport()
  const month = useChentu((state) => state.view.other)
  return reports.find((report) => report.month === month && report !== chosen) ?? null
}

/** Opens the card of a dustfall point, and shows the points on the map. */
export function openPoint(code: string): void {
  const { view, setView } = useChentu.getState()
  setView({ point: code, hidden: view.hidden.filter((name) => name !== 'points') })
}

/** Whether anything restricts the sources: a filter, or the window of the map. */
export const isNarrowed = ({ filters, within }: View) =>
  within !== null || DIMENSIONS.some((dimension) => filters[dimension].length > 0)

/** Removes all restrictions. */
export function clearNarrowing(): void {
  useChentu.getState().setView({ filters: NO_FILTERS, within: null })
}

/** Adds steps to the selected area, in one change of the view. */
export function addArea(...steps: readonly AreaStep[]): void {
  const { view, setView } = useChentu.getState()
  setView({ filters: { ...view.filters, area: [...view.filters.area, ...steps] } })
}
