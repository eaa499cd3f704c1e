import { type RefObject, useCallback } from 'react'
import { fitCamera } from '@/domain/geodesy/fit-camera'
import type { Camera } from '@/store/view/view'
import { datasetWorker } from '@/workers/client'
import { FIT_PIXELS } from './bounds'
import type { Covered } from './covered'

/** Maximum zoom, so that a single source is shown with its surroundings. */
const NEAREST = 13

/**
 * Returns a function that finds the camera showing all shown sources on the uncovered part of the map; null if none has
 * a position.
 */
export function useFitToShown(
  frame: RefObject<HTMLElement | null>,
  { top, right, bottom, left }: Covered,
  /** Layers and kinds that are off the map. */
  hidden: readonly string[],
): () => Promise<Camera | null> {
  return useCallback(async () => {
    const box = await datasetWorker().shownBox({ hidden })
    const { current } = frame
    if (!box || !current) return null
    const fitted = fitCamera(
      box,
      current.clientWidth - left - right,
      current.clientHeight - top - bottom,
      2 * FIT_PIXELS,
    )
    return { ...fitted, zoom: Math.min(fitted.zoom, NEAREST) }
  }, [frame, top, right, bottom, left, hidden])
}
