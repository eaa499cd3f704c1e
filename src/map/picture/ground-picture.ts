import { basemapStyle, type LoadedBasemap } from '@/layers/basemap-layers'
import type { Palette } from '@/layers/palette'
import type { Bounds } from '@/map/instance/bounds'
import { withHiddenMap } from './hidden-map'

/** Basemap names are left out: under a drawing they would be too small to read from afar. */
const NO_NAMES = { language: 'zh-CN', taken: [], leastPixels: 0 }
/** Image pixels per pixel of the drawing, which is shown on a wall display. */
const SCALE = 2

/** The ground of some basemaps as an image, to lie under a drawing of the same bounds. */
export async function groundPicture(
  { bounds, width, height }: { readonly bounds: Bounds; readonly width: number; readonly height: number },
  basemaps: readonly LoadedBasemap[],
  palette: Palette,
): Promise<Blob> {
  const styles = basemaps.map((each) => basemapStyle(each, palette, NO_NAMES))
  return withHiddenMap({ bounds, padding: 0, width, height, scale: SCALE }, async (map) => {
    const image = await map.imageOf({
      version: 8,
      sources: Object.fromEntries(styles.map(({ source }) => source)),
      // No background layer: transparent where nothing is drawn, so that there is no edge on the page.
      layers: styles.flatMap(({ ground }) => [...ground]),
    })
    const canvas = new OffscreenCanvas(image.width, image.height)
    canvas.getContext('2d')!.drawImage(image, 0, 0)
    return canvas.convertToBlob({ type: 'image/png' })
  })
}
