import type { Layer } from '@deck.gl/core'
import { IconLayer, TextLayer } from '@deck.gl/layers'
import type { Feature, FeatureCollection, Point } from 'geojson'
import type { Position } from '@/domain/geodesy/position'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { Kind, KindId } from '@/domain/sources/kinds/kind'
import type { DrawnSources, PlacedRows } from '@/domain/sources/view/drawn-sources'
import { type LookLegend, NO_CLASS } from '@/domain/sources/view/look'
import { textOf } from '@/domain/table/column'
import { discSize, icons, type SymbolAtlas } from './atlas'
import { cellLayers } from './cell-layers'
import { FONT } from './font'
import { lookColours } from './look-colours'
import { type Palette, rgb } from './palette'
import { placeLabels } from './place-labels'
import { bareName, LETTER_ZOOM, letterOf, RING, symbolName } from './symbols'

const SYMBOL_PIXELS = 17
const SELECTED_PIXELS = 38
const DOT_RADIUS_PIXELS = 2.2
/** The smallest and the largest symbol of a look that has sizes. */
const LOOK_PIXELS = [10, 38] as const

export interface SourceLayerInput {
  readonly sources: DrawnSources
  readonly selected: Position | null
  readonly zoom: number
  /** Names of the counties, above all symbols. */
  readonly labels: FeatureCollection<Point, { readonly text: string }>
  readonly opacity: number
  readonly atlas: SymbolAtlas
  readonly kinds: readonly Kind[]
  /** The look of one kind, and what its colours mean; null where all are drawn by their standing. */
  readonly look: { readonly kind: KindId; readonly legend: LookLegend; readonly bySize: boolean } | null
  readonly palette: Palette
}

/**
 * Sources as deck.gl takes them: the worst last, so that it is drawn on top. For a moment they may be of a newer package than the
 * kinds: those of a kind that is not known yet wait for the next drawing.
 */
const drawnOf = ({ rows, positions, status, kinds, grades, painted }: PlacedRows, known: ReadonlyMap<KindId, Kind>) =>
  Array.from(rows, (_, i) => ({
    at: [positions[2 * i]!, positions[2 * i + 1]!] as [number, number],
    status: status[i]!,
    kind: textOf(kinds, i),
    grade: textOf(grades, i),
    group: painted?.classes[i] ?? NO_CLASS,
    size: painted?.sizes[i] ?? 0,
  }))
    .filter(({ kind }) => known.has(kind))
    .reverse()

type Drawn = ReturnType<typeof drawnOf>[number]

/** The symbols of the sources: cells where there are too many, dots where they crowd, symbols above, a ring about the selected one. */
export function sourceLayers(input: SourceLayerInput): Layer[] {
  const { sources, selected, zoom, opacity, atlas, palette, look } = input
  const kindsById = new Map(input.kinds.map((kind) => [kind.id, kind]))
  const symbols = drawnOf(sources.symbols, kindsById)
  const looked = (drawn: Drawn) => drawn.kind === look?.kind
  const groups = look ? lookColours(look.legend, palette).map(rgb) : []
  const colourOf = ({ group }: Drawn) => groups[group] ?? rgb(palette.status.unknown)
  const letters = zoom >= LETTER_ZOOM
  const colours = STATUS_NAMES.map((name) => rgb(palette.status[name]))
  const icon = ({ kind: id, grade, status }: Drawn) => {
    const kind = kindsById.get(id)!
    return symbolName(kind.symbol.shape, STATUS_NAMES[status]!, letters ? letterOf(kind, grade) : '')
  }
  const layers: Layer[] = [
    ...(sources.cells ? cellLayers(sources.cells, atlas, palette, opacity) : []),
    new IconLayer<Drawn>({
      id: 'source-dots',
      data: drawnOf(sources.dots, kindsById),
      getPosition: ({ at }) => at,
      getIcon: () => bareName('circle'),
      getColor: (drawn) => (looked(drawn) && groups.length > 0 ? colourOf(drawn) : colours[drawn.status]!),
      getSize: discSize(DOT_RADIUS_PIXELS),
      sizeUnits: 'pixels',
      ...icons(atlas),
      opacity: opacity * 0.75,
      updateTriggers: { getColor: [look, palette] },
    }),
    new IconLayer<Drawn>({
      id: 'source-symbols',
      data: look ? symbols.filter((drawn) => !looked(drawn)) : symbols,
      getPosition: ({ at }) => at,
      getIcon: icon,
      getSize: letters ? SYMBOL_PIXELS * 1.25 : SYMBOL_PIXELS,
      sizeUnits: 'pixels',
      ...icons(atlas),
      opacity,
      updateTriggers: { getIcon: [letters] },
    }),
  ]
  if (look) {
    const data = symbols.filter(looked)
    // Under each shape a larger one in the colour of the ground, so that neighbours stay apart.
    for (const [id, more] of [
      ['halo', 5],
      ['shape', 0],
    ] as const)
      layers.push(
        new IconLayer<Drawn>({
          id: `source-look-${id}`,
          data,
          getPosition: ({ at }) => at,
          getIcon: ({ kind }) => bareName(kindsById.get(kind)!.symbol.shape),
          getColor: (drawn) =>
            more > 0 ? rgb(palette.panel) : groups.length > 0 ? colourOf(drawn) : colours[drawn.status]!,
          getSize: ({ size }) =>
            more + (look.bySize ? LOOK_PIXELS[0] + (size / 255) * (LOOK_PIXELS[1] - LOOK_PIXELS[0]) : SYMBOL_PIXELS),
          sizeUnits: 'pixels',
          ...icons(atlas),
          opacity,
          updateTriggers: { getColor: [look, palette], getSize: [look] },
        }),
      )
  }
  if (selected !== null) {
    layers.push(
      new IconLayer<Position>({
        id: 'source-selected',
        data: [selected],
        getPosition: ([lon, lat]) => [lon, lat],
        getIcon: () => RING,
        getColor: rgb(palette.ink),
        getSize: SELECTED_PIXELS,
        sizeUnits: 'pixels',
        ...icons(atlas),
      }),
    )
  }
  layers.push(
    new TextLayer<Feature<Point, { readonly text: string }>>({
      id: 'county-names',
      data: placeLabels(input.labels.features, zoom),
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
