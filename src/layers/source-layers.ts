import type { Layer } from '@deck.gl/core'
import { IconLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers'
import type { Feature, FeatureCollection, Point } from 'geojson'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { SourceKind } from '@/domain/sources/schema'
import { type NumberColumn, type Table, type TextColumn, textAt } from '@/domain/table/column'
import { FONT } from './map-style'
import { type Palette, rgb } from './palette'
import { GRADE_LETTERS, shapeOf, symbolName } from './symbols'
import { thinSymbols } from './thinning'

/** Enterprises show their grade in the circle from this zoom on. */
const LETTER_ZOOM = 11.5
const SYMBOL_PIXELS = 17
const SELECTED_PIXELS = 34

/** Pictures of all symbols in one image, and where each is. */
export interface SymbolAtlas {
  readonly image: ImageData
  readonly mapping: Readonly<Record<string, { x: number; y: number; width: number; height: number; anchorY: number }>>
}

export interface SourceLayerInput {
  readonly sources: Table
  readonly status: Uint8Array
  /** What is to be drawn, worst first. */
  readonly order: Uint32Array
  readonly selected: number | null
  readonly zoom: number
  /** Names of the counties, above all symbols. */
  readonly labels: FeatureCollection<Point, { readonly text: string }>
  readonly opacity: number
  readonly atlas: SymbolAtlas
  readonly palette: Palette
}

/** The symbols of the sources: dots where they crowd, symbols above, worst on top, a ring about the selected one. */
export function sourceLayers(input: SourceLayerInput): Layer[] {
  const { sources, status, order, selected, zoom, opacity, atlas, palette } = input
  const lons = (sources.columns.lon as NumberColumn).values
  const lats = (sources.columns.lat as NumberColumn).values
  const kinds = sources.columns.kind as TextColumn
  const level = Math.floor(zoom * 2) / 2
  const { symbols, dots } = thinSymbols(order, lons, lats, level)
  const at = (row: number): [number, number] => [lons[row]!, lats[row]!]
  const colours = STATUS_NAMES.map((name) => rgb(palette.status[name]))
  const icon = (row: number) => {
    const shape = shapeOf(kinds.dictionary[kinds.codes[row]!] as SourceKind)
    const letter =
      shape === 'circle' && level >= LETTER_ZOOM ? (GRADE_LETTERS[textAt(sources, 'grade', row)] ?? '') : ''
    return symbolName(shape, STATUS_NAMES[status[row]!]!, letter)
  }
  // Worst last, so that it is drawn on top.
  const drawn = Array.from(symbols).reverse()
  const layers: Layer[] = [
    new ScatterplotLayer<number>({
      id: 'source-dots',
      data: Array.from(dots).reverse(),
      getPosition: at,
      getFillColor: (row) => colours[status[row]!]!,
      getRadius: 2.2,
      radiusUnits: 'pixels',
      opacity: opacity * 0.75,
    }),
    new IconLayer<number>({
      id: 'source-symbols',
      data: drawn,
      getPosition: at,
      getIcon: icon,
      getSize: level >= LETTER_ZOOM ? SYMBOL_PIXELS * 1.25 : SYMBOL_PIXELS,
      sizeUnits: 'pixels',
      iconAtlas: atlas.image as unknown as string,
      iconMapping: atlas.mapping as Record<
        string,
        { x: number; y: number; width: number; height: number; anchorY: number }
      >,
      opacity,
      updateTriggers: { getIcon: [level >= LETTER_ZOOM] },
    }),
  ]
  if (selected !== null && !Number.isNaN(lons[selected]!)) {
    layers.push(
      new ScatterplotLayer<number>({
        id: 'source-selected',
        data: [selected],
        getPosition: at,
        stroked: true,
        filled: false,
        getLineColor: rgb(palette.ink),
        getRadius: SELECTED_PIXELS / 2,
        radiusUnits: 'pixels',
        lineWidthUnits: 'pixels',
        getLineWidth: 3,
      }),
    )
  }
  layers.push(
    new TextLayer<Feature<Point, { readonly text: string }>>({
      id: 'county-names',
      data: input.labels.features,
      getPosition: ({ geometry }) => geometry.coordinates as [number, number],
      getText: ({ properties }) => properties.text,
      getSize: zoom < 8 ? 13 : 15,
      getColor: rgb(palette.ink),
      fontFamily: `"${FONT}", sans-serif`,
      fontWeight: 600,
      characterSet: 'auto',
      lineHeight: 1.15,
      fontSettings: { sdf: true, fontSize: 48, buffer: 8, radius: 14 },
      outlineWidth: 4,
      outlineColor: [...rgb(palette.panel), 235],
    }),
  )
  return layers
}
