import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type Feature from 'ol/Feature'
import type { FeatureLike } from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import VectorLayer from 'ol/layer/Vector'
import VectorImageLayer from 'ol/layer/VectorImage'
import VectorSource from 'ol/source/Vector'
import type Style from 'ol/style/Style'
import type { StyleFunction } from 'ol/style/Style'
import { stylefunction } from 'ol-mapbox-style'

/**
 * Size of the drawn image relative to the window, so that dragging has a margin; the rest is drawn when the map comes
 * to rest.
 */
const IMAGE_RATIO = 1.5

/** What an OpenLayers style needs from the page besides the style itself. */
export interface StyleParts {
  readonly style: StyleSpecification
  /** Image names by the colour that stands for them. */
  readonly patterns: ReadonlyMap<string, string>
  /** Identity of the set of images: a new object when the images may have changed. */
  readonly images: object
  /** An image of the style by its name. */
  image(name: string): HTMLCanvasElement | undefined
  /** A fill pattern from an image at an opacity, in pixels of the drawn image. */
  pattern(name: string, opacity: number): CanvasPattern | null
}

const format = new GeoJSON({ featureProjection: 'EPSG:3857' })
/** Parsed features per data object and source id; styles that differ only in colours share the same data. */
const known = new WeakMap<object, Map<string, readonly Feature[]>>()
const sourceOf = new WeakMap<FeatureLike, string>()

/** The features of a source of a style, in metres of Web Mercator. */
export function featuresOf({ sources }: StyleSpecification, id: string): readonly Feature[] {
  const source = sources[id]
  if (source?.type !== 'geojson' || typeof source.data !== 'object') return []
  const { data } = source
  const bySource = known.get(data) ?? new Map<string, readonly Feature[]>()
  known.set(data, bySource)
  const found = bySource.get(id)
  if (found) return found
  const features = format.readFeatures(data)
  for (const feature of features) {
    // Features of several sources share one image and may have equal ids, of which OpenLayers would keep one.
    feature.setId(undefined)
    sourceOf.set(feature, id)
  }
  bySource.set(id, features)
  return features
}

/** Draws the shapes of several sources into one image, which is dragged without redrawing. */
export class ShapesLayer {
  readonly layer = new VectorImageLayer({ imageRatio: IMAGE_RATIO, source: new VectorSource() })
  private shown = ''
  private drawn = ''

  set(layers: readonly LayerSpecification[], parts: StyleParts): void {
    const ids = [...new Set(layers.map((layer) => String('source' in layer && layer.source)))]
    const features = ids.map((id) => featuresOf(parts.style, id))
    const shown = features.map(keyOf).join()
    if (shown !== this.shown) {
      const source = this.layer.getSource()!
      source.clear(true)
      source.addFeatures(features.flat())
      this.shown = shown
    }
    // An image of the same shapes and styles is not redrawn.
    const drawn = JSON.stringify([shown, layers, [...parts.patterns], keyOf(parts.images)])
    if (drawn === this.drawn) return
    this.drawn = drawn
    const bySource = new Map(
      ids.map((id) => [
        id,
        styleOf(
          layers.filter((layer) => 'source' in layer && layer.source === id),
          parts,
        ),
      ]),
    )
    this.layer.setStyle((feature, resolution) => bySource.get(sourceOf.get(feature)!)!(feature, resolution))
  }
}

/** The OpenLayers style function for features of one source. */
export function styleOf(layers: readonly LayerSpecification[], parts: StyleParts): StyleFunction {
  const of = stylefunction(
    // Only needed because `stylefunction` requires a layer; just its return value is used.
    new VectorLayer(),
    parts.style,
    layers.map(({ id }) => id),
    undefined,
    undefined,
    undefined,
    undefined,
    (_, name) => parts.image(name),
  )
  return (feature, resolution) => {
    const styles = of(feature, resolution) as Style[] | undefined
    for (const style of styles ?? []) fillIn(style, parts)
    return styles
  }
}

/** Replaces placeholder colours by the image patterns they stand for. */
function fillIn(style: Style, { patterns, pattern }: StyleParts): void {
  const fill = style.getFill()
  const stroke = style.getStroke()
  for (const [of, isLine] of [
    [fill, false],
    [stroke, true],
  ] as const) {
    const colour = of?.getColor()
    const [, rgb, opacity] = typeof colour === 'string' ? (/^rgba\((\d+,\d+,\d+),([\d.e-]+)\)$/.exec(colour) ?? []) : []
    const name = rgb === undefined ? undefined : patterns.get(rgb)
    if (!of || name === undefined) continue
    // ol-mapbox-style strokes a filled surface in its fill colour to avoid gaps; with a pattern that stroke is made
    // transparent.
    of.setColor((isLine && fill ? null : pattern(name, Number(opacity))) ?? 'rgba(0,0,0,0)')
  }
}

let keys = 0
const keyed = new WeakMap<object, number>()

function keyOf(object: object): number {
  const key = keyed.get(object) ?? ++keys
  keyed.set(object, key)
  return key
}
