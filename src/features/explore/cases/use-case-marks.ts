import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MapMark } from '@/map/instance/use-map-marks'
import { useCasePanel } from '@/store/cases/case-panel'
import { useCases } from '@/store/cases/use-cases'
import { useMapTool } from '@/store/page/map-tool'
import { caseMarks, pinMark } from './case-marks'

const NONE: readonly MapMark[] = []

/** What the map shows of cases while their panel is open, and where the one is that is being opened. While something is drawn, or a case is being opened, a tap is the map's. */
export function useCaseMarks(isPanelOpen: boolean): readonly MapMark[] {
  const { t } = useTranslation()
  const cases = useCases()
  const { shown, opening, pinned, show } = useCasePanel()
  const isPressed = useMapTool(({ tool }) => tool === 'pan') && opening === null
  const made = [
    ...caseMarks(t, isPanelOpen && cases ? cases : [], shown, isPressed ? show : null),
    ...(isPanelOpen && opening && pinned ? [pinMark(t, pinned)] : []),
  ]
  // Clocks go on each minute: marks that say the same as before stay, and with them what has the focus.
  const said = JSON.stringify([made, isPressed])
  // biome-ignore lint/correctness/useExhaustiveDependencies: said is all that a mark is made of
  return useMemo(() => (made.length === 0 ? NONE : made), [said])
}
