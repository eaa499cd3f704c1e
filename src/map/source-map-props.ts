import type { MonthReport } from '@/domain/dustfall/month-report'
import type { Position } from '@/domain/geodesy/position'
import type { MapTheme } from '@/layers/palette'
import type { FoundEvent } from '@/ledger/discovery'
import type { Covered } from '@/map/instance/covered'
import type { MapMark } from '@/map/instance/use-map-marks'
import type { DrawTool } from '@/map/pointer/draw'
import type { SourceSummary } from '@/questions/source-summary'
import type { Opened } from '@/store/chentu'
import type { Box, Camera, SourceKey, View } from '@/store/view/view'

/** What of an open package a map draws, and what it asks about. */
export type OpenedOnMap = Pick<Opened, 'dataset' | 'evaluation' | 'ring' | 'shown'>

export interface SourceMapProps {
  readonly opened: OpenedOnMap
  readonly report: MonthReport | null
  readonly theme: MapTheme
  readonly view: Pick<
    View,
    'hidden' | 'opacity' | 'county' | 'camera' | 'filters' | 'look' | 'density' | 'selected' | 'point' | 'ring'
  >
  /** The tool in hand; null pans and chooses. */
  readonly tool: DrawTool | null
  readonly measured: readonly Position[]
  readonly sectors: readonly (readonly Position[])[]
  /** Where the reader stands; absent away from the field. */
  readonly here?: Position
  /** What teams found and no list has. */
  readonly found?: readonly FoundEvent[]
  /** Numbers and names that stand at places of their own. */
  readonly marks?: readonly MapMark[]
  /** Whether it is read at arm's length: few names, and none over marks. */
  readonly isFar?: boolean
  /** What lies over the map; nothing where not said. */
  readonly covered?: Covered
  /** Where scale, attribution and the pointer's place are said; on the map where not given, without the pointer's place. */
  readonly beside?: Beside
  /** Report of the month that lies beside the chosen one; null where none does. */
  readonly other: MonthReport | null
  readonly selected: Pick<SourceSummary, 'kind' | 'code' | 'sameCode' | 'position'> | null
  /** A source was chosen on the map, or nothing. */
  onSelect(source: SourceKey | null): void
  /** A found source was pressed; where absent they are not pressed. */
  onFound?(found: FoundEvent): void
  onCounty(code: string | null): void
  /** A dustfall point was chosen on the map. */
  onPoint?(code: string): void
  /** Null: it fits itself into its window again. */
  onCamera(camera: Camera | null): void
  /** The map came to rest and shows this, having been moved or only in another window. */
  onRest?(box: Box, moved: boolean): void
  /** Corners of what was drawn; of a circle its centre, with the name of what that was set on. */
  onDrawn(corners: readonly Position[], name?: string): void
}

/** Elements beside the map, null until they are there. */
export interface Beside {
  readonly scale: HTMLElement | null
  readonly attribution: HTMLElement | null
  readonly pointer: HTMLElement | null
}
