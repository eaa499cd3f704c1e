import { featureFilter, type StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type Feature from 'ol/Feature'
import type Geometry from 'ol/geom/Geometry'
import type { Properties } from '@/map/engine/live-map'
import { DROP_PIXELS as DROP } from '@/map/style/style-images'
import { featuresOf } from './shapes-layer'

/** Corners of a box in Web Mercator metres: left, bottom, right, top. */
export type Extent = readonly [number, number, number, number]

const TYPES: Readonly<Record<string, 1 | 2 | 3>> = {
  Point: 1,
  MultiPoint: 1,
  LineString: 2,
  MultiLineString: 2,
  Polygon: 3,
  MultiPolygon: 3,
}

/**
 * Properties of the features that some layers of a style show in a box of the window, uppermost first. `extentAbout`
 * grows the box by pixels, because a symbol stands above its position.
 */
export function featuresAt(
  style: StyleSpecification,
  layers: readonly string[],
  zoom: number,
  extentAbout: (sides: number, below: number) => Extent,
): readonly Properties[] {
  const asked = style.layers.filter(({ id }) => layers.includes(id)).reverse()
  return asked.flatMap((layer) => {
    if (!('source' in layer) || typeof layer.source !== 'string') return []
    if (zoom < (layer.minzoom ?? 0) || zoom >= (layer.maxzoom ?? 99)) return []
    const filter = featureFilter('filter' in layer ? layer.filter : undefined, layer.id)
    const extent = layer.type === 'symbol' ? extentAbout(DROP.width / 2, DROP.height) : extentAbout(0, 0)
    return [...featuresOf(style, layer.source)]
      .reverse()
      .filter((feature) => {
        const geometry = feature.getGeometry()
        return (
          geometry?.intersectsExtent([...extent]) &&
          filter.filter({ zoom }, { type: TYPES[geometry.getType()] ?? 'Unknown', properties: propertiesOf(feature) })
        )
      })
      .map(propertiesOf)
  })
}

function propertiesOf(feature: Feature): Properties {
  const { geometry: _, ...properties } = feature.getProperties() as { geometry?: Geometry }
  return properties
}
