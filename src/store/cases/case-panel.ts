import { create } from 'zustand'
import type { SearchWind } from '@/domain/cases/searched-ring'
import type { Position } from '@/domain/geodesy/position'
import type { CaseOpening } from '@/questions/case-openings'
import type { SourceKey } from '@/store/view/view'

/** Where a case is, and where to look for its cause. */
export interface CaseOnMap {
  readonly position: Position
  /** The user tapped it on the map, which therefore shows it already. */
  readonly isTapped: boolean
  readonly wind: SearchWind | null
  /** Search radius; null if unknown. */
  readonly metres: number | null
  /** Likely sources in list order; null for a source without a known position. */
  readonly likely: readonly (LikelyOnMap | null)[]
}

export interface LikelyOnMap extends SourceKey {
  readonly name: string
  readonly position: Position
}

interface CasePanel {
  /** Id of the case whose card is open. */
  readonly shown: string | null
  /** What a case is being opened from: a proposal, or `hand` if the user enters it; null while no form is open. */
  readonly opening: CaseOpening | 'hand' | null
  /** The place tapped on the map for the form. */
  readonly marked: Position | null
  /** What the map shows of the case whose card or form is open; null if it has no position. */
  readonly placed: CaseOnMap | null
  /** The box to which the map was moved for it; null if not yet since it was opened. */
  readonly fitted: string | null
  show(id: string | null): void
  open(opening: CaseOpening | 'hand' | null): void
  mark(position: Position | null): void
  place(placed: CaseOnMap | null): void
}

/** State of the cases panel, kept while another part of the screen is in use. */
export const useCasePanel = create<CasePanel>()((set) => ({
  shown: null,
  opening: null,
  marked: null,
  placed: null,
  fitted: null,
  show: (shown) => set({ shown, opening: null, fitted: null }),
  open: (opening) => set({ opening, shown: null, marked: null, fitted: null }),
  mark: (marked) => set({ marked }),
  place: (placed) => set({ placed }),
}))
