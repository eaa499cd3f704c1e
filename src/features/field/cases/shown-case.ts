import { create } from 'zustand'
import { usePreferences } from '@/store/device/preferences'

interface ShownCase {
  /** Id of the case pressed on the map or in a list; null once its text has been scrolled into view. */
  readonly id: string | null
  /** Whether the form of its report is to be opened too. */
  readonly reports: boolean
  show(id: string | null, reports?: boolean): void
}

/** The case whose text is to be scrolled into view. */
export const useShownCase = create<ShownCase>()((set) => ({
  id: null,
  reports: false,
  show: (id, reports = false) => set({ id, reports }),
}))

/** Switches to the round tab and scrolls to the text of a case. */
export function showCase(id: string) {
  usePreferences.getState().setFieldTab('round')
  useShownCase.getState().show(id)
}

/** The same, and opens the form of its report, where a draft is continued. */
export function openReport(id: string) {
  usePreferences.getState().setFieldTab('round')
  useShownCase.getState().show(id, true)
}
