import { useEffect, useState } from 'react'
import type { LiveMap } from '@/map/engine/live-map'
import { onMoveEnd } from '@/map/instance/in-step'
import { levelOf, windowOf } from '@/map/instance/view-window'
import type { OpenedOnMap } from '@/map/source-map-props'
import { usePromise } from '@/store/answers/use-promise'
import { useChentu } from '@/store/chentu'
import type { View } from '@/store/view/view'
import { datasetWorker } from '@/workers/client'
import { chosenOffMap } from './chosen-apart'
import type { ChosenPlace } from './use-chosen'

/** Counts the moves of a map. */
function useMoves(map: LiveMap | null): number {
  const [moves, setMoves] = useState(0)
  useEffect(() => {
    if (!map) return
    const count = () => setMoves((before) => before + 1)
    return onMoveEnd(map, count)
  }, [map])
  return moves
}

/**
 * Which of the shown sources the map draws in its window, and how; the worker works it out each time the map, the sources or the
 * view change. Null until the first answer. It fails as {@link usePromise} does.
 */
export function useDrawnSources(
  map: LiveMap | null,
  { dataset, shown }: OpenedOnMap,
  { hidden, look, density }: Pick<View, 'hidden' | 'look' | 'density'>,
  /** What was chosen is drawn though its layer is off the map. */
  chosen: ChosenPlace | null,
) {
  const moves = useMoves(map)
  // Asked anew only for what is not drawn anyway.
  const offMap = chosenOffMap(chosen?.chosen ?? null, hidden)
  // Asked right after what is shown, and not after its answer: the worker knows by then. Of another package only once it is shown.
  const asked = useChentu((state) => state.asked)
  const question = asked?.dataset === dataset ? asked : shown
  return usePromise(
    async () => {
      if (!map) return null
      // The worker has another package open by then, which is about to be shown: the answer before stands until it is.
      if (useChentu.getState().loaded !== dataset) return new Promise<never>(() => undefined)
      const zoom = levelOf(map)
      const window = windowOf(map)
      // Texts stand in pixels, so they are placed for the zoom itself.
      const exactZoom = map.getZoom()
      const sources = await datasetWorker().scene({ window, zoom, hidden, look, density, chosen: offMap })
      return { sources, zoom: exactZoom, window, offMap }
    },
    // Rows of another package mean nothing in this one.
    dataset,
    [map, moves, question, hidden, look, density, offMap],
  )
}
