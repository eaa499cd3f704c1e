import { type RefObject, useEffect } from 'react'
import { boundsOf } from '@/map/instance/bounds'
import { coveredBy } from '@/map/instance/covered'
import { useChentu, useDataset } from '@/store/chentu'
import { useFoundCounty } from '@/store/page/found-county'
import { cameraBelowCard } from './camera-below-card'

/** Fits the map once to the county that the search found, beside the panel that covers it; one without outline is not on the map. */
export function useFitToFoundCounty(frame: RefObject<HTMLElement | null>, panel: RefObject<HTMLElement | null>): void {
  const { outlines } = useDataset()
  const setView = useChentu((state) => state.setView)
  const { code, show } = useFoundCounty()
  useEffect(() => {
    if (code === null || !frame.current) return
    show(null)
    const bounds = boundsOf({ ...outlines, features: outlines.features.filter(({ id }) => String(id) === code) })
    // Measured now: where the search opened this screen, nothing has been measured before.
    if (bounds) setView({ camera: cameraBelowCard(bounds, frame.current, coveredBy(frame.current, panel.current)) })
  }, [code, frame, panel, outlines, setView, show])
}
