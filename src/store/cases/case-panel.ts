import { create } from 'zustand'
import type { Position } from '@/domain/geodesy/position'
import type { CaseOpening } from '@/questions/case-openings'

interface CasePanel {
  /** Id of the case whose card is open. */
  readonly shown: string | null
  /** What a case is being opened on: a proposal, or nothing but what a person brings; null while none is. */
  readonly opening: CaseOpening | 'hand' | null
  /** The place that was tapped on the map for it. */
  readonly marked: Position | null
  /** Where the case that is being opened is, tapped, typed or proposed: the map has a pin there. */
  readonly pinned: Position | null
  show(id: string | null): void
  open(opening: CaseOpening | 'hand' | null): void
  mark(position: Position | null): void
  pin(position: Position | null): void
}

/** What the panel of cases shows: kept while another part of the screen is looked at. */
export const useCasePanel = create<CasePanel>()((set) => ({
  shown: null,
  opening: null,
  marked: null,
  pinned: null,
  show: (shown) => set({ shown, opening: null }),
  open: (opening) => set({ opening, shown: null, marked: null }),
  mark: (marked) => set({ marked }),
  pin: (pinned) => set({ pinned }),
}))
