import { useEffect } from 'react'
import { searchedRing } from '@/domain/cases/searched-ring'
import { type CaseOnMap, useCasePanel } from '@/store/cases/case-panel'
import { useMapTool } from '@/store/page/map-tool'

/** While the card or form of a case is open, the map shows its place, the search area and the likely sources. */
export function useCaseOnMap(shown: CaseOnMap | null) {
  const place = useCasePanel((state) => state.place)
  const setTool = useMapTool((state) => state.set)
  const said = JSON.stringify(shown)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `said` is the content shown `shown`; compared by value
  useEffect(() => {
    place(shown)
    return () => place(null)
  }, [said, place])
  const ring = shown?.metres == null ? null : searchedRing(shown.position, shown.wind, shown.metres)
  const corners = JSON.stringify(ring)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `corners` changes when the ring does; compared by value
  useEffect(() => {
    setTool({ sectors: ring ? [ring] : [] })
    return () => setTool({ sectors: [] })
  }, [corners, setTool])
}
