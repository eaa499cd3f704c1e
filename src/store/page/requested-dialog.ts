import { create } from 'zustand'
import type { Month } from '@/domain/calendar'
import type { ExportFormat } from '@/io/export/export-format'

/** A dialog that belongs to one part of the page and is opened from another. */
export type RequestedDialog =
  | { readonly dialog: 'handover' }
  /**
   * A round for a team: from the shown sources, worst first; from given sources in their order; or from the stops of
   * the current round. With a case it is for that case, and may have no sources.
   */
  | {
      readonly dialog: 'round'
      readonly from: 'shown' | 'chosen' | readonly number[]
      /** Id of the case included in it. */
      readonly case?: string
    }
  | { readonly dialog: 'export'; readonly format: ExportFormat }
  | { readonly dialog: 'picture' }
  /** Saves the view under a name; and manages saved views. */
  | { readonly dialog: 'save-view' }
  | { readonly dialog: 'manage-views' }
  /** How the figure of a county and month was calculated. */
  | { readonly dialog: 'figure'; readonly county: string; readonly month: Month }
  | { readonly dialog: 'help' }
  /** Diagnosis of this browser and environment. */
  | { readonly dialog: 'diagnosis' }

interface AskedState {
  readonly asked: RequestedDialog | null
  /** Null closes the dialog. */
  ask(asked: RequestedDialog | null): void
}

/** The requested dialog; the part it belongs to shows it until it is closed. */
export const useRequestedDialog = create<AskedState>()((set) => ({ asked: null, ask: (asked) => set({ asked }) }))
