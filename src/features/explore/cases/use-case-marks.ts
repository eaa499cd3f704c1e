import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MapMark } from '@/map/instance/use-map-marks'
import { useCasePanel } from '@/store/cases/case-panel'
import { useCases } from '@/store/cases/use-cases'
import { useChentu } from '@/store/chentu'
import { useMapTool } from '@/store/page/map-tool'
import { caseMarks, likelyMarks, pinMark } from './case-marks'

const NONE: readonly MapMark[] = []

/**
 * Map marks while the case panel is open: open cases, the place of the case being opened or moved, and the likely sources of the
 * case shown. While the user draws or opens a case, taps go to the map instead of the marks.
 */
export function useCaseMarks(isPanelOpen: boolean): readonly MapMark[] {
  const { t } = useTranslation()
  const cases = useCases()
  const { opening, placed, tried, show } = useCasePanel()
  const shown = useChentu(({ view }) => view.case)
  const setView = useChentu((state) => state.setView)
  const isPressed = useMapTool(({ tool }) => tool === 'pan') && opening === null
  const made = [
    ...caseMarks(t, isPanelOpen && cases ? cases : [], shown, isPressed ? (id) => show(id) : null),
    ...(isPanelOpen && placed
      ? likelyMarks(placed.likely, isPressed ? (selected) => setView({ selected }) : null)
      : []),
    ...(isPanelOpen && (opening || tried) && placed ? [pinMark(t, placed.position)] : []),
  ]
  // Clocks tick every minute; unchanged marks are reused, so that a focused mark keeps the focus.
  const said = JSON.stringify([made, isPressed])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `said` contains everything that the marks depend on
  return useMemo(() => (made.length === 0 ? NONE : made), [said])
}
