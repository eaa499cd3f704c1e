import type { Feature, FeatureCollection, MultiLineString, Point } from 'geojson'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { Surface } from '@/domain/geodesy/area-index'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { BasemapWords, LoadedBasemap } from './basemap-layers'
import type { Palette } from './palette'

/** Everything of the map that is not a symbol of a source. */
export interface MapStyleInput {
  readonly palette: Palette
  readonly outlines: FeatureCollection
  /** The edges of the outlines, each once. */
  readonly borders: Feature<MultiLineString>
  /** Borders about the city, each with its level. */
  readonly neighbours: FeatureCollection
  readonly rivers: FeatureCollection
  readonly builtUpArea: Surface | null
  readonly ring: Surface | null
  /** Sources along lines, each with its key, kind and number of the colour of its grade (-1 where nobody knows). */
  readonly lines: FeatureCollection
  /** Kinds that lie along lines. */
  readonly lineKinds: readonly KindId[]
  readonly points: FeatureCollection<Point>
  readonly report: MonthReport | null
  /** What is selected, and what is measured. */
  readonly drawn: FeatureCollection
  readonly focusedCounty: string | null
  /** Key of the selected source along a line. */
  readonly selectedLine: string | null
  /** Maps of the office's own, the lowest first. */
  readonly basemaps: readonly LoadedBasemap[]
  readonly basemapWords: BasemapWords
  /** Where many sources are, each point weighed 0…1; null where they are drawn otherwise. */
  readonly heat: FeatureCollection<Point> | null
  /** Layers switched off, and how opaque the others are (1 where not said). */
  readonly hidden: ReadonlySet<string>
  readonly opacity: Readonly<Record<string, number>>
}
