import { useEffect, useState } from 'react'
import type { DrawnSources, Window } from '@/domain/sources/view/drawn-sources'
import type { LiveMap } from '@/map/engine/live-map'
import { onMoveEnd } from '@/map/instance/sync-cameras'
import { levelOf, windowOf } from '@/map/instance/view-window'
import type { OpenedOnMap } from '@/map/source-map-props'
import { usePromise } from '@/store/answers/use-promise'
import { useChentu } from '@/store/chentu'
import { latestAnswer } from '@/store/chentu/latest-answer'
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

/** The drawn sources, with the zoom and window that they are drawn for. */
interface Drawn {
  readonly sources: DrawnSources
  readonly zoom: number
  readonly window: Window
  readonly offMap: ReturnType<typeof chosenOffMap>
}

/**
 * The sources the map draws in its window, and how; the worker computes them each time the map, the sources or the view
 * change. Null until the first answer. Fails as {@link usePromise} does.
 */
export function useDrawnSources(
  map: LiveMap | null,
  { dataset, shown }: OpenedOnMap,
  { hidden, look, density }: Pick<View, 'hidden' | 'look' | 'density'>,
  /** Drawn even if its layer is off the map. */
  chosen: ChosenPlace | null,
) {
  const moves = useMoves(map)
  // Null if the choice is drawn anyway, so that a new choice does not cause a new request.
  const offMap = chosenOffMap(chosen?.chosen ?? null, hidden)
  // Use the request for the shown sources rather than its answer, so that both run at once: the worker handles them in
  // order. A request for another package counts only once that package is shown.
  const asked = useChentu((state) => state.asked)
  const question = asked?.dataset === dataset ? asked : shown
  const [once] = useState(() => latestAnswer<Drawn | null>())
  // Row numbers of one package are meaningless in another.
  const again = [map, moves, hidden, look, density, offMap]
  const ask = (question: unknown) =>
    once([dataset, question, ...again], async () => {
      if (!map) return null
      // The worker already has another package open, which is about to be shown; keep the previous answer until then.
      if (useChentu.getState().loaded !== dataset) return new Promise<never>(() => undefined)
      const zoom = levelOf(map)
      const window = windowOf(map)
      // Labels are placed in pixels and therefore need the exact zoom.
      const exactZoom = map.getZoom()
      const sources = await datasetWorker().sourceScene({ window, zoom, hidden, look, density, chosen: offMap })
      return { sources, zoom: exactZoom, window, offMap }
    })
  // At once, rather than after React has rendered the new view: the worker works meanwhile.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` holds what `ask` depends on
  useEffect(
    () =>
      useChentu.subscribe(({ asked }, before) => {
        if (asked !== before.asked && asked?.dataset === dataset) void ask(asked)
      }),
    [dataset, ...again],
  )
  // The map first: rendering the panels takes longer than drawing the sources.
  return usePromise(() => ask(question), dataset, [question, ...again], { isUrgent: true })
}
