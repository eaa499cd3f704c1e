import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { IMAGE_SCALE } from '@/map/style/style-images'

/**
 * A style as ol-mapbox-style can draw it. Images of the page are no sprite, so that what a line or a surface is filled with
 * travels as a colour that nothing else has, and `patterns` tells whose it is. Lines that fade to their sides, and heat, it does
 * not know: the former become some that lie on one another, the latter is left out and drawn apart.
 */
export function canvasStyle(style: StyleSpecification): {
  readonly style: StyleSpecification
  /** Names of images by the colour that stands for them, as `r,g,b`. */
  readonly patterns: ReadonlyMap<string, string>
} {
  const patterns = new Map<string, string>()
  const colourFor = (image: string) => {
    const rgb = `1,254,${patterns.size}`
    patterns.set(rgb, image)
    return `rgb(${rgb})`
  }
  const layers = style.layers.flatMap((layer): LayerSpecification[] => {
    if (layer.type === 'heatmap') return []
    if (layer.type === 'fill' && typeof layer.paint?.['fill-pattern'] === 'string') {
      const { 'fill-pattern': image, ...paint } = layer.paint
      return [{ ...layer, paint: { ...paint, 'fill-color': colourFor(image) } }]
    }
    if (layer.type === 'line' && typeof layer.paint?.['line-pattern'] === 'string') {
      const { 'line-pattern': image, ...paint } = layer.paint
      return [
        {
          ...layer,
          layout: { ...layer.layout, 'line-cap': 'butt' },
          paint: { ...paint, 'line-color': colourFor(image) },
        },
      ]
    }
    if (layer.type === 'line' && typeof layer.paint?.['line-blur'] === 'number') return faded(layer)
    if (layer.type === 'symbol' && layer.layout?.['icon-image'])
      // In icons of the page each pixel is one on the screen.
      return [{ ...layer, layout: { ...layer.layout, 'icon-size': 1 / IMAGE_SCALE } }]
    return [layer]
  })
  return { style: { ...style, layers }, patterns }
}

/** Of so many lines one that fades is made. */
const FADING_LINES = 4

/** A line that fades to its sides, as some that lie on one another, the narrowest on top: together as opaque as it is in its middle. */
function faded(layer: Extract<LayerSpecification, { type: 'line' }>): LayerSpecification[] {
  const { 'line-blur': blur, 'line-width': width, 'line-opacity': opacity = 1, ...paint } = layer.paint!
  if (typeof width !== 'number' || typeof blur !== 'number') return [layer]
  return Array.from({ length: FADING_LINES }, (_, i) => ({
    ...layer,
    id: i === 0 ? layer.id : `${layer.id}/${i}`,
    paint: {
      ...paint,
      'line-width': width - (2 * blur * (i + 0.5)) / FADING_LINES,
      'line-opacity': shareOf(opacity, 1 / FADING_LINES),
    },
  }))
}

type Opacity = NonNullable<NonNullable<Extract<LayerSpecification, { type: 'line' }>['paint']>['line-opacity']>

/** A share of an opacity, which may go by zoom; a zoom stands outermost in an expression. */
function shareOf(opacity: Opacity, share: number): Opacity {
  if (typeof opacity === 'number') return opacity * share
  const [operator, , input] = opacity as readonly unknown[]
  if (operator !== 'interpolate' || JSON.stringify(input) !== '["zoom"]') return opacity
  return (opacity as readonly unknown[]).map((each, i) =>
    i > 3 && i % 2 === 0 && typeof each === 'number' ? each * share : each,
  ) as Opacity
}
