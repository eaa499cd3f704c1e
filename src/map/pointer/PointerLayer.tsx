import type { LiveMap } from '@/map/engine/live-map'
import type { SourceKey } from '@/store/view/view'
import { KeyCross } from './KeyCross'
import { MapTip } from './MapTip'
import { SnapMark } from './SnapMark'
import type { Snapped } from './snapping'
import { TogetherList } from './TogetherList'
import type { Hovered, Together } from './use-picking'

interface Props {
  readonly map: LiveMap
  readonly hovered: Hovered | null
  readonly together: Together | null
  readonly near: Snapped | null
  /** A tool is in hand. */
  readonly isDrawing: boolean
  /** The map is the only one, or the other goes with it. */
  readonly leads: boolean
  onSelect(source: SourceKey): void
  closeTogether(): void
}

/** What stands over a map because of the pointer, or of keys in its place: what is under it, what a press listed, and what a circle would be set on. */
export function PointerLayer({ map, hovered, together, near, isDrawing, leads, onSelect, closeTogether }: Props) {
  return (
    <>
      {hovered && !together && <MapTip hovered={hovered} map={map.getContainer()} />}
      {together && <TogetherList map={map} together={together} onSelect={onSelect} onClose={closeTogether} />}
      {near && <SnapMark map={map} near={near} />}
      <KeyCross map={map} isDrawing={isDrawing} leads={leads} />
    </>
  )
}
