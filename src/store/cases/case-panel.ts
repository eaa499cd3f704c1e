import { create } from 'zustand'
import type { SearchWind } from '@/domain/cases/searched-ring'
import type { Position } from '@/domain/geodesy/position'
import type { CaseOpening } from '@/questions/case-openings'
import { useChentu } from '@/store/chentu'
import type { SourceKey, View } from '@/store/view/view'

/** Where a case is, and where its cause is looked for. */
export interface CaseOnMap {
  readonly position: Position
  /** A hand tapped it on the map, which shows it already. */
  readonly isTapped: boolean
  readonly wind: SearchWind | null
  /** How far; null where nobody knows. */
  readonly metres: number | null
  /** Likely sources in the order of their list; null in the place of one whose position is not known. */
  readonly likely: readonly (LikelyOnMap | null)[]
}

export interface LikelyOnMap extends SourceKey {
  readonly name: string
  readonly position: Position
}

interface CasePanel {
  /** What a case is being opened on: a proposal, or nothing but what a person brings; null while none is. */
  readonly opening: CaseOpening | 'hand' | null
  /** The place that was tapped on the map for it. */
  readonly marked: Position | null
  /** What the map shows of the case whose card or form is open; null where it has no place. */
  readonly placed: CaseOnMap | null
  /** The box to which the map was brought for it; null where it was not yet since it was opened. */
  readonly fitted: string | null
  /** Opens the card of a case, which stands in the view; `change` is what else of the view changes with it, in one step. */
  show(id: string | null, change?: Partial<View>): void
  open(opening: CaseOpening | 'hand' | null, change?: Partial<View>): void
  mark(position: Position | null): void
  place(placed: CaseOnMap | null): void
}

/** What the panel of cases shows: kept while another part of the screen is looked at. */
export const useCasePanel = create<CasePanel>()((set) => ({
  opening: null,
  marked: null,
  placed: null,
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
}))
