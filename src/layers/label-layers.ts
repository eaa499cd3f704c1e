import type { Layer } from '@deck.gl/core'
import { IconLayer, TextLayer } from '@deck.gl/layers'
import { discSize, icons, type SymbolAtlas } from './atlas'
import { FONT } from './font'
import { isStrong, labelColour } from './label-colours'
import type { PlacedLabel } from './label-places'
import type { LabelRole } from './map-labels'
import { type Palette, rgb } from './palette'
import { bareName } from './symbols'

type Placed = PlacedLabel<LabelRole>

/** A leader is a row of dots: a line layer would need another shader program. */
const DOT_STEP = 3.5
const DOT_RADIUS = 1

function dotsOf({ at, leader }: Placed) {
  if (!leader) return []
  const count = Math.floor(Math.hypot(...leader) / DOT_STEP)
  return Array.from({ length: count }, (_, i) => {
    const share = (i + 1) / count
    return { at, offset: [leader[0] * share, leader[1] * share] as [number, number] }
  })
}

/** Text layers for placed labels; a rim keeps each text readable on any ground. */
export function labelLayers(labels: readonly Placed[], atlas: SymbolAtlas, palette: Palette): Layer[] {
  const texts = (id: string, weight: number, rim: number, data: readonly Placed[]) =>
    new TextLayer<Placed>({
      id,
      data,
      getPosition: ({ at }) => [...at] as [number, number],
      getText: ({ wish }) => wish.text,
      getSize: ({ wish }) => wish.size,
      getPixelOffset: ({ offset }) => [...offset] as [number, number],
      getAngle: ({ angle }) => angle,
      getColor: ({ wish }) => rgb(labelColour(wish.role, palette)),
      fontFamily: `"${FONT}", sans-serif`,
      fontWeight: weight,
      characterSet: 'auto',
      lineHeight: 1.15,
      fontSettings: { sdf: true, fontSize: 48, buffer: 8, radius: 14 },
      outlineWidth: rim,
      outlineColor: [...rgb(palette.panel), 235],
    })
  return [
    new IconLayer<ReturnType<typeof dotsOf>[number]>({
      id: 'label-leaders',
      data: labels.flatMap(dotsOf),
      getPosition: ({ at }) => [...at] as [number, number],
      getPixelOffset: ({ offset }) => offset,
      getIcon: () => bareName('circle'),
      getSize: discSize(DOT_RADIUS),
      getColor: rgb(palette.ink),
      sizeUnits: 'pixels',
      ...icons(atlas),
    }),
    texts(
      'labels',
      500,
      3,
      labels.filter(({ wish }) => !isStrong(wish.role)),
    ),
    texts(
      'labels-strong',
      600,
      4,
      labels.filter(({ wish }) => isStrong(wish.role)),
    ),
  ]
}
