import type { LiveMap } from '@/map/engine/live-map'
import type { SourceKey } from '@/store/view/view'
import { KeyboardCross } from './KeyboardCross'
import { MapTip } from './MapTip'
import { OverlapList } from './OverlapList'
import { SnapMark } from './SnapMark'
import type { SnapTarget } from './snapping'
import type { Hovered, OverlappingSources } from './use-picking'

interface Props {
  readonly map: LiveMap
  readonly hovered: Hovered | null
  readonly together: OverlappingSources | null
  readonly near: SnapTarget | null
  /** Whether a drawing tool is active. */
  readonly isDrawing: boolean
  /** Whether this is the only map or the one the other follows. */
  readonly leads: boolean
  onSelect(source: SourceKey): void
  closeTogether(): void
}

/**
 * Everything shown over a map because of the pointer or keyboard: tooltip, list of overlapping sources, snap ring,
 * keyboard cross.
 */
export function PointerLayer({ map, hovered, together, near, isDrawing, leads, onSelect, closeTogether }: Props) {
  return (
    <>
      {hovered && !together && <MapTip hovered={hovered} map={map.getContainer()} />}
      {together && <OverlapList map={map} together={together} onSelect={onSelect} onClose={closeTogether} />}
      {near && <SnapMark map={map} near={near} />}
      <KeyboardCross map={map} isDrawing={isDrawing} leads={leads} />
    </>
  )
}
