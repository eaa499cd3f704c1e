import type { Layer } from '@deck.gl/core'
import { IconLayer } from '@deck.gl/layers'
import type { Position } from '@/domain/geodesy/position'
import { STATUS, STATUS_NAMES } from '@/domain/rules/status'
import type { Kind, KindId } from '@/domain/sources/kinds/kind'
import { type DrawnSources, isInOrder, type PlacedRows, type Window } from '@/domain/sources/view/drawn-sources'
import { NO_CLASS } from '@/domain/sources/view/look'
import { textOf } from '@/domain/table/column'
import { discSize, icons, type SymbolAtlas } from './atlas'
import { badgeLayers } from './badge-layers'
import { cellLayers } from './cell-layers'
import { dotColour } from './dot-colour'
import { labelLayers } from './label-layers'
import { placeLabels } from './label-places'
import { type DrawnLook, lookColours, lookSize } from './look-colours'
import { labelObstacles, labelRequests, type NamedThings } from './map-labels'
import { type Palette, rgb } from './palette'
import {
  DOT_OPACITY,
  DROP_MIDDLE,
  DUE_DOT,
  dotRadius,
  dotRim,
  iconSize,
  MAX_RIMMED,
  SELECTED_PIXELS,
  symbolSize,
} from './symbol-sizes'
import { bareName, LETTER_ZOOM, letterOf, RING, symbolName } from './symbols'

export interface SourceLayerInput {
  readonly sources: DrawnSources
  /** The selected thing; its ring is around a drop above the position, or around a symbol at it. */
  readonly selected: { readonly at: Position; readonly isDrop: boolean } | null
  readonly zoom: number
  /** The part of the world for which the sources were requested. */
  readonly window: Window
  /** Everything with a name besides the sources. */
  readonly names: NamedThings
  /** Whether the dustfall points are drawn. */
  readonly drops: boolean
  /** Whether dots of sources not yet due have a hole, to tell them apart from sources in order. */
  readonly isDueApart?: boolean
  readonly opacity: number
  readonly atlas: SymbolAtlas
  readonly kinds: readonly Kind[]
  /** Null if all are drawn by their standing. */
  readonly look: DrawnLook | null
  readonly palette: Palette
}

/**
 * Sources as data for deck.gl, worst last, so that they are drawn on top. They may briefly be of a newer package than
 * the kinds; sources of unknown kinds wait for the next drawing.
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

/**
 * Layers of the sources: cells if there are too many, dots where they crowd, symbols above, and a ring around the
 * selected one.
 */
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
  const dots = drawnOf(sources.dots, kindsById)
  const ofDots = STATUS_NAMES.map((_, status) => rgb(dotColour(palette, status)))
  const colourOfDot = (drawn: Drawn) => (looked(drawn) && groups.length > 0 ? colourOf(drawn) : ofDots[drawn.status]!)
  const { isDueApart = false } = input
  const radius = ({ status }: Drawn) => dotRadius(status, isDueApart)
  const inOrderOf = ({ status }: Drawn) => isInOrder(status)
  const isDue = ({ status }: Drawn) => isDueApart && status === STATUS.due
  const dotLayer = (
    id: string,
    data: readonly Drawn[],
    sizeOf: (drawn: Drawn) => number,
    getColor: (drawn: Drawn) => [number, number, number],
  ) =>
    new IconLayer<Drawn>({
      id,
      data,
      getPosition: ({ at }) => at,
      getIcon: () => bareName('circle'),
      getColor,
      getSize: (drawn) => discSize(sizeOf(drawn)),
      sizeUnits: 'pixels',
      ...icons(atlas),
      opacity: opacity * DOT_OPACITY,
      updateTriggers: { getColor: [look, palette] },
    })
  const layers: Layer[] = [
    ...(sources.cells ? cellLayers(sources.cells, atlas, palette, opacity) : []),
    ...(dots.length <= MAX_RIMMED
      ? [
          dotLayer(
            'source-dot-rims',
            dots,
            (drawn) => radius(drawn) + dotRim(drawn.status),
            () => rgb(palette.markRim),
          ),
        ]
      : []),
    ...(isDueApart
      ? [
          dotLayer('source-dots-in-order', dots.filter(inOrderOf), radius, colourOfDot),
          dotLayer(
            'source-dot-holes',
            dots.filter(isDue),
            () => DUE_DOT.hole,
            () => rgb(palette.panel),
          ),
        ]
      : []),
    dotLayer('source-dots', isDueApart ? dots.filter((drawn) => !inOrderOf(drawn)) : dots, radius, colourOfDot),
    new IconLayer<Drawn>({
      id: 'source-symbols',
      data: look ? symbols.filter((drawn) => !looked(drawn)) : symbols,
      getPosition: ({ at }) => at,
      getIcon: icon,
      getSize: ({ status }) => iconSize(symbolSize(zoom, status)),
      sizeUnits: 'pixels',
      ...icons(atlas),
      opacity,
      updateTriggers: { getIcon: [letters], getSize: [zoom] },
    }),
  ]
  if (look) {
    const data = symbols.filter(looked)
    // A larger shape in the rim's colour below each shape separates neighbours.
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
            more > 0 ? rgb(palette.markRim) : groups.length > 0 ? colourOf(drawn) : colours[drawn.status]!,
          getSize: ({ size }) => more + (look.sizeColumn === null ? iconSize(symbolSize(zoom, 0)) : lookSize(size)),
          sizeUnits: 'pixels',
          ...icons(atlas),
          opacity,
          updateTriggers: { getColor: [look, palette], getSize: [look] },
        }),
      )
  }
  layers.push(...badgeLayers(sources.badges, atlas, palette, opacity))
  const { names, drops, window } = input
  if (selected !== null) layers.push(...chosenLayers(selected, drops, atlas, palette))
  const labels = placeLabels(
    labelRequests(names, sources, zoom, false, window),
    labelObstacles(names, sources, zoom, drops),
    window,
    zoom,
  )
  return [...layers, ...labelLayers(labels, atlas, palette)]
}

/**
 * A ring around the selected thing, ink within white, visible on any ground. A selected drop is drawn even if drops
 * are off.
 */
function chosenLayers(
  { at: [lon, lat], isDrop }: NonNullable<SourceLayerInput['selected']>,
  drops: boolean,
  atlas: SymbolAtlas,
  palette: Palette,
): Layer[] {
  const layer = (id: string, icon: string, colour: string, size: number) =>
    new IconLayer<Position>({
      id: `source-selected-${id}`,
      data: [[lon, lat]],
      getPosition: ([lon, lat]) => [lon, lat],
      getPixelOffset: [0, isDrop ? -DROP_MIDDLE : 0],
      getIcon: () => icon,
      getColor: rgb(colour),
      getSize: size,
      sizeUnits: 'pixels',
      ...icons(atlas),
    })
  const drop = isDrop && !drops ? [layer('drop-rim', bareName('drop'), palette.panel, iconSize(21))] : []
  return [
    ...drop,
    ...(drop.length > 0 ? [layer('drop', bareName('drop'), palette.ink, iconSize(17))] : []),
    layer('rim', RING, palette.panel, SELECTED_PIXELS + 5),
    layer('ring', RING, palette.ink, SELECTED_PIXELS),
  ]
}
