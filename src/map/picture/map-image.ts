import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { putStyleImages } from '@/map/style/style-images'
import { imageOf, withHiddenMap } from './hidden-map'
import type { PictureInput } from './picture-input'

/** Width that the scale bar may have at most, in CSS pixels. */
export const SCALE_MOST_PIXELS = 160

/**
 * The map without its symbols as an image, with the pixels of the marks and labels on it, and the metres of the longest scale
 * bar. Drawn off the screen at a set size, so that the picture is the same on every machine.
 */
export function drawMapImage(input: PictureInput, mapHeight: number) {
  const { bounds, width, scale, style, palette, marks } = input
  return withHiddenMap({ bounds, padding: 28, width, height: mapHeight, scale }, async (map) => {
    putStyleImages(map, palette)
    const image = await imageOf(map, style)
    const project = (at: Position) => map.project([...at])
    const places = new Map(marks.map((mark) => [mark, project(mark.at)]))
    const labels = input.labels.features.map(({ properties, geometry }) => ({
      text: properties.text,
      at: project(geometry.coordinates as unknown as Position),
    }))
    const left = map.unproject([0, mapHeight / 2])
    const right = map.unproject([SCALE_MOST_PIXELS, mapHeight / 2])
    const mostMetres = distanceMetres([left.lng, left.lat], [right.lng, right.lat])
    return { image, places, labels, mostMetres }
  })
}
