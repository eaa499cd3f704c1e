import { type RefObject, useEffect } from 'react'
import { searchedRing, USUAL_REACH_METRES } from '@/domain/cases/searched-ring'
import { cameraBelowCard } from '@/features/explore/frame/camera-below-card'
import type { Covered } from '@/map/instance/covered'
import { type CaseOnMap, useCasePanel } from '@/store/cases/case-panel'
import { useChentu } from '@/store/chentu'

/** Bounding box of a case and its search area, as [west, south, east, north]. */
function boxOf({ position, wind, metres }: CaseOnMap): readonly [number, number, number, number] {
  const all = [position, ...searchedRing(position, metres === null ? null : wind, metres ?? USUAL_REACH_METRES)]
  const [lons, lats] = [all.map(([lon]) => lon), all.map(([, lat]) => lat)]
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

/**
 * Fits the map to the case whose card or form is open, beside the panels that cover it. It does so once per place and
 * wind until another case is opened, so that the user's own map moves are kept, also after another panel was open. A
 * place tapped on the map is in view already.
 */
export function useFitToCase(frame: RefObject<HTMLElement | null>, covered: Covered) {
  const setView = useChentu((state) => state.setView)
  const placed = useCasePanel((state) => state.placed)
  const wanted = placed && !placed.isTapped ? boxOf(placed) : null
  const box = wanted && JSON.stringify(wanted)
  // biome-ignore lint/correctness/useExhaustiveDependencies: panels that are opened later must not move the map
  useEffect(() => {
    const { current } = frame
    if (!wanted || !current || useCasePanel.getState().fitted === box) return
    useCasePanel.setState({ fitted: box })
    setView({ camera: cameraBelowCard(wanted, current, covered) })
  }, [box, frame, setView])
}
