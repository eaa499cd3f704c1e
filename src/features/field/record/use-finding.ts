import { create } from 'zustand'

interface Finding {
  /** Whether a found source is being registered or corrected: the form then replaces the list. */
  readonly finding: boolean
  setFinding(finding: boolean): void
}

/** Survives switching to another part of the screen: a correction is begun where the source is shown. */
export const useFinding = create<Finding>()((set) => ({
  finding: false,
  setFinding: (finding) => set({ finding }),
}))
