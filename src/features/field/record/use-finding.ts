import { create } from 'zustand'

interface Finding {
  /** Whether a source that nobody knew is being registered, or corrected: the form stands instead of the list. */
  readonly finding: boolean
  setFinding(finding: boolean): void
}

/** Kept while another part of the screen is shown: a correction is begun where the source was looked at. */
export const useFinding = create<Finding>()((set) => ({
  finding: false,
  setFinding: (finding) => set({ finding }),
}))
