import { create } from 'zustand'
import { usePreferences } from '@/store/device/preferences'

interface ShownCase {
  /** Id of the case that was pressed on the map or in the list of stops; null once its text has come into view. */
  readonly id: string | null
  show(id: string | null): void
}

/** Which case's text is to come into view. */
export const useShownCase = create<ShownCase>()((set) => ({ id: null, show: (id) => set({ id }) }))

/** Brings the text of a case into view, where the round is. */
export function showCase(id: string) {
  usePreferences.getState().setFieldTab('round')
  useShownCase.getState().show(id)
}
