import { useEffect } from 'react'
import { searchedRing } from '@/domain/cases/searched-ring'
import { type CaseOnMap, useCasePanel } from '@/store/cases/case-panel'
import { useMapTool } from '@/store/page/map-tool'

/** While the card or form of a case is open, the map shows its place, the search area and the likely sources. */
export function useCaseOnMap(of: CaseOnMap | null) {
  const place = useCasePanel((state) => state.place)
  const setTool = useMapTool((state) => state.set)
  const said = JSON.stringify(of)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `said` is the content of `of`; compared by value
  useEffect(() => {
    place(of)
    return () => place(null)
  }, [said, place])
  const ring = of?.metres == null ? null : searchedRing(of.position, of.wind, of.metres)
  const corners = JSON.stringify(ring)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `corners` changes when the ring does; compared by value
  useEffect(() => {
    setTool({ sectors: ring ? [ring] : [] })
    return () => setTool({ sectors: [] })
  }, [corners, setTool])
}
