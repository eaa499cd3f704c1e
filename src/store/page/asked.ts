import { create } from 'zustand'
import type { Month } from '@/domain/calendar'
import type { ExportFormat } from '@/io/export/export-format'

/** A dialog that belongs to one part of the page and is asked for from another. */
export type Asked =
  | { readonly dialog: 'handover' }
  /** A round for a team: of the shown sources worst first, of some of them by their numbers and in their order, or of those on the round; with a case it is for that, and may have no source. */
  | {
      readonly dialog: 'round'
      readonly from: 'shown' | 'chosen' | readonly number[]
      /** Id of the case that goes with it. */
      readonly case?: string
    }
  | { readonly dialog: 'export'; readonly format: ExportFormat }
  | { readonly dialog: 'picture' }
  /** Keeps the view under a name; and what was kept, to be renamed or let go. */
  | { readonly dialog: 'save-view' }
  | { readonly dialog: 'manage-views' }
  /** How the figure of a county and a month came about. */
  | { readonly dialog: 'figure'; readonly county: string; readonly month: Month }
  | { readonly dialog: 'help' }
  /** What is wrong with this browser and its place. */
  | { readonly dialog: 'diagnosis' }

interface AskedState {
  readonly asked: Asked | null
  /** Null: it was closed. */
  ask(asked: Asked | null): void
}

/** What was asked for; the part that it belongs to shows it until it is closed. */
export const useAsked = create<AskedState>()((set) => ({ asked: null, ask: (asked) => set({ asked }) }))
