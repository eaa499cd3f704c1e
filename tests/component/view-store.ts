import { create } from 'zustand'
import { FIRST_VIEW, type View } from '@/store/view/view'

/** A store with only the view, for components that need no package. */
export const viewStore = () =>
  create<{ readonly view: View; setView(change: Partial<View>): void }>()((set) => ({
    view: FIRST_VIEW,
    setView: (change) => set(({ view }) => ({ view: { ...view, ...change } })),
  }))
