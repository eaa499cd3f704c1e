import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import type { DrawnSources } from '@/domain/sources/view/drawn-sources'
import { levelOf, windowOf } from '@/map/instance/view-window'
import type { Dataset } from '@/questions/dataset'
import type { Opened } from '@/store/chentu'
import type { View } from '@/store/view/view'
import { datasetWorker } from '@/workers/client'
import { WorkerStopped } from '@/workers/live-worker'

/**
 * Which of the shown sources the map draws in its window, and how; the worker works it out each time the map, the sources or the
 * view change. Null until the first answer.
 * @throws what the worker answered with, for the nearest boundary to say.
 */
export function useDrawnSources(
  map: MapLibreMap | null,
  { dataset, evaluation, shown }: Opened,
  { hidden, look, density }: Pick<View, 'hidden' | 'look' | 'density'>,
) {
  const [drawn, setDrawn] = useState<{ sources: DrawnSources; zoom: number; of: Dataset } | null>(null)
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: evaluation and shown are what the worker looks at
  useEffect(() => {
    if (!map) return
    let lastRequest = 0
    const ask = () => {
      const request = ++lastRequest
      const zoom = levelOf(map)
      datasetWorker()
        .scene({ window: windowOf(map), zoom, hidden, look, density })
        .then(
          (next) => request === lastRequest && setDrawn({ sources: next, zoom, of: dataset }),
          // What a worker that died was asked is asked again once there is another: `shown` is new then.
          (error) => request === lastRequest && !(error instanceof WorkerStopped) && setFailure({ error }),
        )
    }
    ask()
    map.on('moveend', ask)
    return () => {
      lastRequest = -1
      map.off('moveend', ask)
    }
  }, [map, dataset, evaluation, shown, hidden, look, density])
  if (failure) throw failure.error
  // Rows of another package mean nothing in this one.
  return drawn?.of === dataset ? drawn : null
}
