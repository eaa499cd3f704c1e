import { create } from 'zustand'
import { usePreferences } from '@/store/device/preferences'

interface ShownCase {
  /** Id of the case pressed on the map or in the list of stops; null once its text has been scrolled into view. */
  readonly id: string | null
  show(id: string | null): void
}

/** The case whose text is to be scrolled into view. */
export const useShownCase = create<ShownCase>()((set) => ({ id: null, show: (id) => set({ id }) }))

/** Switches to the round tab and scrolls to the text of a case. */
export function showCase(id: string) {
  usePreferences.getState().setFieldTab('round')
  useShownCase.getState().show(id)
}
