import { type RefObject, useEffect } from 'react'
import { searchedRing } from '@/domain/cases/searched-ring'
import { fitCamera } from '@/domain/geodesy/fit-camera'
import { FIT_PIXELS } from '@/map/instance/bounds'
import type { Covered } from '@/map/instance/covered'
import { type CaseOnMap, useCasePanel } from '@/store/cases/case-panel'
import { useChentu } from '@/store/chentu'

/** So far around a place the map shows where nobody knows how far its cause was looked for. */
const USUAL_METRES = 2000

/** Everything about a case that the map is to show, as [west, south, east, north]. */
function boxOf({ position, wind, metres }: CaseOnMap): readonly [number, number, number, number] {
  const all = [position, ...searchedRing(position, metres === null ? null : wind, metres ?? USUAL_METRES)]
  const [lons, lats] = [all.map(([lon]) => lon), all.map(([, lat]) => lat)]
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

/**
 * Brings the map to the case whose card or form is opened, beside what covers it: once for each place and wind, so that a hand which
 * has moved it since finds it where it left it. A place that was tapped on the map is seen already.
 */
export function useFitToCase(frame: RefObject<HTMLElement | null>, covered: Covered) {
  const setView = useChentu((state) => state.setView)
  const placed = useCasePanel((state) => state.placed)
  const wanted = placed && !placed.isTapped ? boxOf(placed) : null
  const box = wanted && JSON.stringify(wanted)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what covers the map later moves nothing
  useEffect(() => {
    const { current } = frame
    if (!wanted || !current) return
    const { top, right, bottom, left } = covered
    const [width, height] = [current.clientWidth - left - right, current.clientHeight - top - bottom]
    setView({ camera: fitCamera(wanted, width, height, 2 * FIT_PIXELS) })
  }, [box, frame, setView])
}
