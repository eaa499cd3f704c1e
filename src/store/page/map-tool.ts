import { create } from 'zustand'
import type { Position } from '@/domain/geodesy/position'
import type { AreaOperation } from '@/domain/sources/view/area'

/** What a pointer does on the map: pan and choose, draw, or say where something is. */
export type MapTool = 'pan' | 'box' | 'lasso' | 'polygon' | 'circle' | 'measure' | 'place'

interface MapToolState {
  readonly tool: MapTool
  /** What is done with the next area. */
  readonly operation: AreaOperation
  readonly radiusMetres: number
  /** Corners of the line that was measured last. */
  readonly measured: readonly Position[]
  /** Sectors that the wind comes from, as closed rings. */
  readonly sectors: readonly (readonly Position[])[]
  /** What they are, in words, where no panel says it; '' else. */
  readonly sectorOf: string
  set(change: Partial<Omit<MapToolState, 'set'>>): void
}

/** The tool in hand; a link does not carry it. */
export const useMapTool = create<MapToolState>()((set) => ({
  tool: 'pan',
  operation: 'add',
  radiusMetres: 3000,
  measured: [],
  sectors: [],
  sectorOf: '',
  // Other sectors are of something else.
  set: (change) => set(change.sectors ? { sectorOf: '', ...change } : change),
}))
