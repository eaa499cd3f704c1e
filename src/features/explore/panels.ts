import type { ComponentType } from 'react'
import { BoardPanel } from '@/features/explore/board/BoardPanel'
import { FiltersPanel } from '@/features/explore/filters/FiltersPanel'
import { LayersPanel } from '@/features/explore/layers/LayersPanel'
import type { Panel } from '@/store/view/view'
import { lazyPart } from '@/ui/lazy-part'

const load = () => import('./later-panels')

/** Panels whose code is not loaded with the first screen, which shows none of them. */
const later = {
  plan: lazyPart(async () => ({ default: (await load()).PlanPanel })),
  area: lazyPart(async () => ({ default: (await load()).AreaPanel })),
  upwind: lazyPart(async () => ({ default: (await load()).UpwindPanel })),
  visits: lazyPart(async () => ({ default: (await load()).VisitsPanel })),
  cases: lazyPart(async () => ({ default: (await load()).CasesPanel })),
  warnings: lazyPart(async () => ({ default: (await load()).WarningsPanel })),
  grades: lazyPart(async () => ({ default: (await load()).GradesPanel })),
}

/** The table below the map; its code is loaded as that of these panels. */
export const TablePanel = lazyPart(async () => ({ default: (await load()).TablePanel }))

/** The content of each panel on the left. */
export const PANELS: Readonly<Record<Panel, ComponentType>> = {
  layers: LayersPanel,
  board: BoardPanel,
  filters: FiltersPanel,
  ...later,
}

/** Loads the code of the other panels, so that they open without a wait; a failed load is tried again on opening. */
export function preloadPanels(): void {
  for (const part of [...Object.values(later), TablePanel]) part.preload().catch(() => undefined)
}
