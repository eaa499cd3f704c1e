import type { MonthReport } from '@/domain/dustfall/month-report'
import type { Position } from '@/domain/geodesy/position'
import type { MapTheme } from '@/layers/palette'
import type { FoundEvent } from '@/ledger/discovery'
import type { Covered } from '@/map/instance/covered'
import type { MapMark } from '@/map/instance/use-map-marks'
import type { DrawTool } from '@/map/pointer/draw'
import type { SourceSummary } from '@/questions/source/source-summary'
import type { Opened } from '@/store/chentu'
import type { Box, Camera, SourceKey, View } from '@/store/view/view'

/** The parts of an open package that a map draws or requests. */
export type OpenedOnMap = Pick<Opened, 'dataset' | 'evaluation' | 'ring' | 'shown'>

export interface SourceMapProps {
  readonly opened: OpenedOnMap
  readonly report: MonthReport | null
  readonly theme: MapTheme
  readonly view: Pick<
    View,
    'hidden' | 'opacity' | 'county' | 'camera' | 'filters' | 'look' | 'density' | 'selected' | 'point' | 'ring'
  >
  /** The active tool; null pans and selects. */
  readonly tool: DrawTool | null
  readonly measured: readonly Position[]
  readonly sectors: readonly (readonly Position[])[]
  /** The user's position; absent outside fieldwork. */
  readonly here?: Position
  /** Found sources that are on no list. */
  readonly found?: readonly FoundEvent[]
  /** Numbered or lettered marks at positions of their own. */
  readonly marks?: readonly MapMark[]
  /** Whether the map is read at arm's length: few names, and none over marks. */
  readonly isFar?: boolean
  /** What covers the map; nothing if absent. */
  readonly covered?: Covered
  /**
   * Elements for scale, attribution and pointer position. If absent, scale and attribution are on the map and the
   * pointer position is not shown.
   */
  readonly beside?: MapSurroundings
  /** Report of the month to compare with; null for none. */
  readonly other: MonthReport | null
  readonly selected: Pick<SourceSummary, 'kind' | 'code' | 'sameCode' | 'position'> | null
  /** A source was chosen on the map; null if nothing was. */
  onSelect(source: SourceKey | null): void
  /** A found source was pressed; if absent, found sources can't be pressed. */
  onFound?(found: FoundEvent): void
  onCounty(code: string | null): void
  /** A dustfall point was chosen on the map. */
  onPoint?(code: string): void
  /** Called after the user moved the map; null means the map fits itself into its window again. */
  onCamera(camera: Camera | null): void
  /** The map came to rest with this visible; `moved` is false if only its window changed. */
  onRest?(box: Box, moved: boolean): void
  /** Corners of what was drawn; for a circle its centre, with the name of what it snapped to. */
  onDrawn(corners: readonly Position[], name?: string): void
}

/** Elements beside the map; null until they are mounted. */
export interface MapSurroundings {
  readonly scale: HTMLElement | null
  readonly attribution: HTMLElement | null
  readonly pointer: HTMLElement | null
}
