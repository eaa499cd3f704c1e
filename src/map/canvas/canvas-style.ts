import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { IMAGE_SCALE } from '@/map/style/style-images'

/**
 * Converts a style to one that ol-mapbox-style can draw. It has no access to images of the page, so a fill or line
 * pattern is passed as a unique colour and `patterns` maps that colour to its image. It does not support `line-blur`,
 * which becomes several stacked lines, nor heatmaps, which are dropped and drawn by `HeatLayer`.
 */
export function canvasStyle(style: StyleSpecification): {
  readonly style: StyleSpecification
  /** Image names by the colour that stands for them, as `r,g,b`. */
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
      // Icons of the page are in screen pixels.
      return [{ ...layer, layout: { ...layer.layout, 'icon-size': 1 / IMAGE_SCALE } }]
    return [layer]
  })
  return { style: { ...style, layers }, patterns }
}

/** Number of stacked lines that imitate one blurred line. */
const FADING_LINES = 4

/**
 * Imitates `line-blur` by stacked lines, the narrowest on top; together they reach the line's full opacity in the
 * middle.
 */
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

/** Multiplies an opacity, which may be an `interpolate` by zoom; other expressions are returned unchanged. */
function shareOf(opacity: Opacity, share: number): Opacity {
  if (typeof opacity === 'number') return opacity * share
  const [operator, , input] = opacity as readonly unknown[]
  if (operator !== 'interpolate' || JSON.stringify(input) !== '["zoom"]') return opacity
  return (opacity as readonly unknown[]).map((each, i) =>
    i > 3 && i % 2 === 0 && typeof each === 'number' ? each * share : each,
  ) as Opacity
}
