import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Palette } from '@/layers/palette'
import { IMAGE_SCALE, styleImages } from '@/map/style/style-images'

/** Adds the images of a theme to the map, replacing those of another theme. */
export function putStyleImages(map: MapLibreMap, palette: Palette): void {
  for (const [name, image] of styleImages(palette)) {
    if (map.hasImage(name)) map.updateImage(name, image)
    else map.addImage(name, image, { pixelRatio: IMAGE_SCALE })
  }
}
