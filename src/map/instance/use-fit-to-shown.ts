import { type RefObject, useCallback } from 'react'
import { fitCamera } from '@/domain/geodesy/fit-camera'
import type { Camera } from '@/store/view/view'
import { datasetWorker } from '@/workers/client'
import { FIT_PIXELS } from './bounds'
import type { Covered } from './covered'

/** So near the map goes at most: about a single source one wants to see what lies around. */
const NEAREST = 13

/** Gives what looks for the camera at which all shown sources that are on the map are seen, beside what covers it; null where none has a position. */
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
