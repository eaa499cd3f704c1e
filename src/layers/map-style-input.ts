import type { Feature, FeatureCollection, MultiLineString, Point } from 'geojson'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { Surface } from '@/domain/geodesy/area-index'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { BasemapWords, LoadedBasemap } from './basemap-layers'
import type { Palette } from './palette'

/** Everything on the map except the symbols of sources. */
export interface MapStyleInput {
  readonly palette: Palette
  readonly outlines: FeatureCollection
  /** The edges of the outlines, each once. */
  readonly borders: Feature<MultiLineString>
  /** Borders around the city, each with its level. */
  readonly neighbours: FeatureCollection
  readonly rivers: FeatureCollection
  readonly builtUpArea: Surface | null
  readonly ring: Surface | null
  /** Sources that follow lines, with key, kind and colour index of their grade (-1 if unknown). */
  readonly lines: FeatureCollection
  /** Kinds whose sources follow lines. */
  readonly lineKinds: readonly KindId[]
  readonly points: FeatureCollection<Point>
  readonly report: MonthReport | null
  /** Drawn selections and measurements. */
  readonly drawn: FeatureCollection
  readonly focusedCounty: string | null
  /** Key of the selected source that follows a line. */
  readonly selectedLine: string | null
  /** Basemaps, lowest first. */
  readonly basemaps: readonly LoadedBasemap[]
  readonly basemapWords: BasemapWords
  /** Points weighted 0…1 for the heat map; null if sources are drawn otherwise. */
  readonly heat: FeatureCollection<Point> | null
  /** Layers that are off, and the opacity of the others (default 1). */
  readonly hidden: ReadonlySet<string>
  readonly opacity: Readonly<Record<string, number>>
}
