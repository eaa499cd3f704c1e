import { create } from 'zustand'
import type { SearchWind } from '@/domain/cases/searched-ring'
import type { Position } from '@/domain/geodesy/position'
import type { CaseOpening } from '@/questions/cases/case-openings'
import { useChentu } from '@/store/chentu'
import type { SourceKey, View } from '@/store/view/view'

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
  /** What a case is being opened from: a proposal, or `hand` if the user enters it; null while no form is open. */
  readonly opening: CaseOpening | 'hand' | null
  /** The place tapped on the map for the form. */
  readonly marked: Position | null
  /** What the map shows of the case whose card or form is open; null if it has no position. */
  readonly placed: CaseOnMap | null
  /** What it shows instead while the case is being moved; null otherwise. */
  readonly tried: CaseOnMap | null
  /** The box to which the map was moved for it; null if not yet since it was opened. */
  readonly fitted: string | null
  /** Opens the card of a case, which stands in the view; `change` is what else of the view changes with it, in one step. */
  show(id: string | null, change?: Partial<View>): void
  open(opening: CaseOpening | 'hand' | null, change?: Partial<View>): void
  mark(position: Position | null): void
  place(placed: CaseOnMap | null): void
  try(tried: CaseOnMap | null): void
}

/** State of the cases panel, kept while another part of the screen is in use. */
export const useCasePanel = create<CasePanel>()((set) => ({
  opening: null,
  marked: null,
  placed: null,
  tried: null,
  fitted: null,
  show(id, change) {
    set({ opening: null, fitted: null })
    useChentu.getState().setView({ case: id, ...change })
  },
  open(opening, change) {
    set({ opening, marked: null, fitted: null })
    useChentu.getState().setView({ case: null, ...change })
  },
  mark: (marked) => set({ marked }),
  place: (placed) => set({ placed }),
  try: (tried) => set({ tried }),
}))
