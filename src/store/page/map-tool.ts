import { create } from 'zustand'
import type { Position } from '@/domain/geodesy/position'
import type { AreaOperation } from '@/domain/sources/view/area'

/** What the pointer does on the map: pan and select, draw, or mark a place. */
export type MapTool = 'pan' | 'box' | 'lasso' | 'polygon' | 'circle' | 'measure' | 'place'

interface MapToolState {
  readonly tool: MapTool
  /** How the next area is combined. */
  readonly operation: AreaOperation
  readonly radiusMetres: number
  /** Corners of the last measured line. */
  readonly measured: readonly Position[]
  /** Upwind sectors, as closed rings. */
  readonly sectors: readonly (readonly Position[])[]
  /** Description of the sectors where no panel shows it; otherwise ''. */
  readonly sectorOf: string
  set(change: Partial<Omit<MapToolState, 'set'>>): void
}

/** The active map tool; not part of links. */
export const useMapTool = create<MapToolState>()((set) => ({
  tool: 'pan',
  operation: 'add',
  radiusMetres: 3000,
  measured: [],
  sectors: [],
  sectorOf: '',
  // A description does not apply to other sectors.
  set: (change) => set(change.sectors ? { sectorOf: '', ...change } : change),
}))
