import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type BaseLayer from 'ol/layer/Base'
import LayerGroup from 'ol/layer/Group'
import type RenderFeature from 'ol/render/Feature'
import type VectorTileSource from 'ol/source/VectorTile'
import type { Palette } from '@/layers/palette'
import { canvasStyle } from './canvas-style'
import { HeatLayer } from './heat-layer'
import { ShapesLayer, type StyleParts } from './shapes-layer'
import { StyleImages } from './style-images'
import { type StyleRun, styleRuns } from './style-runs'
import { rasterLayer, vectorLayer, vectorSource } from './tile-layers'

/** Everything under the symbols, as OpenLayers layers. Layers that a new style leaves unchanged are reused. */
export class Ground {
  readonly group = new LayerGroup()
  private readonly images: StyleImages
  private readonly shapes: ShapesLayer[] = []
  private readonly heat = new HeatLayer()
  private readonly sources = new Map<string, VectorTileSource<RenderFeature>>()
  private readonly pictures = new Map<string, BaseLayer>()

  constructor(
    pixelRatio: number,
    private readonly failed: (source: string, error: unknown) => void,
  ) {
    this.images = new StyleImages(pixelRatio)
  }

  /** Draws a style and returns its background colour. */
  set(style: StyleSpecification, palette?: Palette): string {
    if (palette) this.images.use(palette)
    const { images } = this
    const parts: StyleParts = {
      ...canvasStyle(style),
      images: images.all,
      image: (name) => images.canvas(name),
      pattern: (name, opacity) => images.pattern(name, opacity),
    }
    let shapes = 0
    const layers = styleRuns(parts.style).map((run): BaseLayer => {
      if (run.type !== 'shapes') return this.tiles(run, parts)
      this.shapes[shapes] ??= new ShapesLayer()
      const each = this.shapes[shapes++]!
      each.set(run.layers, parts)
      return each.layer
    })
    const heat = this.heat.set(style)
    const next = heat ? [...layers, heat] : layers
    const now = this.group.getLayers().getArray()
    if (next.length !== now.length || next.some((layer, i) => layer !== now[i])) {
      this.group.getLayers().clear()
      this.group.getLayers().extend(next)
    }
    const ground = style.layers.find((layer) => layer.type === 'background')?.paint?.['background-color']
    return typeof ground === 'string' ? ground : 'transparent'
  }

  private tiles({ source: id, layers }: Extract<StyleRun, { source: string }>, parts: StyleParts): BaseLayer {
    const source = parts.style.sources[id]!
    const key = JSON.stringify([layers, source])
    const known = this.pictures.get(key)
    if (known) return known
    const failed = (error: unknown) => this.failed(id, error)
    const layer =
      source.type === 'raster' ? rasterLayer(source, layers[0]!, failed) : this.vector(id, layers, parts, failed)
    this.pictures.set(key, layer)
    return layer
  }

  private vector(
    id: string,
    layers: Extract<StyleRun, { source: string }>['layers'],
    parts: StyleParts,
    failed: (error: unknown) => void,
  ): BaseLayer {
    const source = parts.style.sources[id]!
    if (source.type !== 'vector') throw new Error(`no tiles: ${id}`)
    const key = JSON.stringify([id, source])
    const tiles = this.sources.get(key) ?? vectorSource(source, failed)
    this.sources.set(key, tiles)
    return vectorLayer(tiles, source, layers, parts)
  }
}
