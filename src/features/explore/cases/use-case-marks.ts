import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MapMark } from '@/map/instance/use-map-marks'
import { useCasePanel } from '@/store/cases/case-panel'
import { useCases } from '@/store/cases/use-cases'
import { useChentu } from '@/store/chentu'
import { useMapTool } from '@/store/page/map-tool'
import { caseMarks, likelyMarks, pinMark } from './case-marks'

const NONE: readonly MapMark[] = []

/** What the map shows of cases while their panel is open, where the one is that is being opened, and the likely sources of the one that is looked at. While something is drawn, or a case is being opened, a tap is the map's. */
export function useCaseMarks(isPanelOpen: boolean): readonly MapMark[] {
  const { t } = useTranslation()
  const cases = useCases()
  const { opening, placed, show } = useCasePanel()
  const shown = useChentu(({ view }) => view.case)
  const setView = useChentu((state) => state.setView)
  const isPressed = useMapTool(({ tool }) => tool === 'pan') && opening === null
  const made = [
    ...caseMarks(t, isPanelOpen && cases ? cases : [], shown, isPressed ? (id) => show(id) : null),
    ...(isPanelOpen && placed
      ? likelyMarks(placed.likely, isPressed ? (selected) => setView({ selected }) : null)
      : []),
    ...(isPanelOpen && opening && placed ? [pinMark(t, placed.position)] : []),
  ]
  // Clocks go on each minute: marks that say the same as before stay, and with them what has the focus.
  const said = JSON.stringify([made, isPressed])
  // biome-ignore lint/correctness/useExhaustiveDependencies: said is all that a mark is made of
  return useMemo(() => (made.length === 0 ? NONE : made), [said])
}
