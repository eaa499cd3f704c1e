import { isChecksumOfData } from '@/questions/data-checksum'
import { reportFailure } from '@/store/page/failure'
import { notice } from '@/store/page/notices'
import { reportPlanMove } from '@/store/page/plan-move'
import { keepCompared } from '@/store/view/compared-months'
import { linkDates } from '@/store/view/linked-dates'
import { FIRST_VIEW } from '@/store/view/view'
import { underCurrentPlan, withPlanMark } from '@/store/view/view-in-force'
import { isJudgedToday } from './effective-date'
import type { Slice, ViewSlice } from './state'

/** The parts of the view that the worker needs. */
const ASKED_ABOUT = ['asOf', 'ring', 'filters', 'within', 'selected'] as const

export const viewSlice: Slice<ViewSlice> = (set, get) => ({
  view: FIRST_VIEW,
  setView(change) {
    const { opened, loaded, view: before } = get()
    // A link opened in this page.
    if (opened && change.data) notice('other-data', !isChecksumOfData(opened.dataset, change.data))
    // The card of a point is in front of that of a source until another source is selected.
    const closed = change.selected && change.point === undefined ? { point: null } : {}
    const changed = { ...before, ...closed, ...change, ...(opened ? { data: opened.dataset.checksum } : {}) }
    const dated = loaded ? keepCompared(before, linkDates(changed, change, loaded), change, loaded.reports) : changed
    const dataset = loaded ?? opened?.dataset
    // A saved or received view refers to the plan that it names; a choice made here refers to the plan in force.
    const read = dataset && 'plan' in change ? underCurrentPlan({ ...dated, data: change.data ?? null }, dataset) : null
    if (read) reportPlanMove(read.move)
    const view = read ? { ...read.view, data: dated.data } : dataset ? withPlanMark(dated, dataset) : dated
    set({ view })
    const isOtherDay = isJudgedToday(view) !== isJudgedToday(before)
    if (isOtherDay || ASKED_ABOUT.some((part) => view[part] !== before[part])) get().refresh().catch(reportFailure)
  },
})
