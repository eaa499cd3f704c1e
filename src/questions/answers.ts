import type { LineString, MultiLineString } from 'geojson'
import type { IsoDay } from '@/domain/calendar'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { Position } from '@/domain/geodesy/position'
import type { RingBasis } from '@/domain/geodesy/ring'
import type { Finding } from '@/domain/rules/findings'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { Density, Window } from '@/domain/sources/view/drawn-sources'
import type { Look } from '@/domain/sources/view/look'
import type { Value } from '@/domain/table/column'
import type { DataPackage } from '@/io/package/open-package'
import type { FacetCounts, KindCounts } from './filter'
import type { SourceSummary } from './source-summary'

/** A source that lies along a line. */
export interface LineSource {
  readonly kind: KindId
  readonly code: string
  readonly name: string
  readonly geometry: LineString | MultiLineString
}

/** Tells a line source from all others. */
export const lineKey = (kind: KindId, code: string): string => `${kind}/${code}`

/** What the page needs of a package; the sources themselves stay in the worker, and the page asks for those that it shows. */
export interface Dataset extends Omit<DataPackage, 'resources' | 'surveys' | 'dustfall' | 'lines'> {
  readonly lines: readonly LineSource[]
  /** Short sum over all sources and dustfall figures: the same data has the same. */
  readonly checksum: string
  /** Where each county's name stands, by code. */
  readonly labelPlaces: Readonly<Record<string, Position>>
  /** Oldest first. */
  readonly reports: readonly MonthReport[]
}

/** What the filters leave. */
export interface ShownSources {
  readonly total: number
  /** Keys of those that lie along lines, see {@link lineKey}. */
  readonly lines: readonly string[]
}

/** A source and how far it is. */
export interface NearSource extends SourceSummary {
  readonly metres: number
  /** Number of the rule that it breaks worst; null where it breaks none. */
  readonly worst: number | null
  /** Day on which it was last looked at; null where nobody wrote one down. */
  readonly inspectedOn: IsoDay | null
}

/** How many sources each choice of a filter would leave, and what is shown of each kind. */
export interface ShownCounts {
  readonly facets: FacetCounts
  readonly byKind: KindCounts
}

/** A ring and how many sources of the kind that it is about are in it, by grade. */
export interface RingState {
  readonly basis: RingBasis
  readonly radiusMetres: number
  readonly members: ReadonlyMap<string, number>
}

/** What the filters look at, and how the map is looked at. */
export interface SceneRequest {
  readonly window: Window
  readonly zoom: number
  /** Kinds that are not drawn. */
  readonly hidden: readonly string[]
  readonly look: Look | null
  readonly density: Density
}

/** A source as its file has it. */
export interface SourceRecord {
  readonly kind: KindId
  readonly file: string
  readonly row: number
  readonly values: Readonly<Record<string, Value>>
  /** Worst first. */
  readonly findings: readonly Finding[]
  /** What rules say that are hints only; no findings. */
  readonly hints: readonly Finding[]
}
