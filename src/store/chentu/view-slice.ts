import { isOfData } from '@/questions/data-sum'
import { sayFailure } from '@/store/page/failure'
import { notice } from '@/store/page/notices'
import { keepCompared } from '@/store/view/compared-months'
import { linkDates } from '@/store/view/linked-dates'
import { FIRST_VIEW } from '@/store/view/view'
import type { Slice, ViewSlice } from './state'

/** The parts of the view that the worker is asked about. */
const ASKED_ABOUT = ['asOf', 'ring', 'filters', 'within', 'selected'] as const

export const viewSlice: Slice<ViewSlice> = (set, get) => ({
  view: FIRST_VIEW,
  setView(change) {
    const { opened, loaded, view: before } = get()
    // A link that somebody opens in this page.
    if (opened && change.data) notice('other-data', !isOfData(opened.dataset, change.data))
    // The card of a point stands before that of a source, until another source is chosen.
    const closed = change.selected && change.point === undefined ? { point: null } : {}
    const changed = { ...before, ...closed, ...change, ...(opened ? { data: opened.dataset.checksum } : {}) }
    const view = loaded ? keepCompared(before, linkDates(changed, change, loaded), change, loaded.reports) : changed
    set({ view })
    if (ASKED_ABOUT.some((part) => view[part] !== before[part])) get().refresh().catch(sayFailure)
  },
})
