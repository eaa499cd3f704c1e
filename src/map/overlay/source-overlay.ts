import type { Layer } from '@deck.gl/core'
import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Kind } from '@/domain/sources/kinds/kind'
import type { SymbolAtlas } from '@/layers/atlas'
import type { Palette } from '@/layers/palette'
import { type SourceLayerInput, sourceLayers } from '@/layers/source-layers'
import { drawAtlas } from './symbol-atlas'

export type OverlayInput = Omit<SourceLayerInput, 'atlas'>

/** The symbols over the map. */
export interface SourceOverlay {
  draw(input: OverlayInput): void
  /** Shows nothing until something is drawn again. */
  hide(): void
}

/** Puts deck.gl over a map. Loaded after the map itself, so that the counties stand before the symbols come. */
export function overlaySources(map: MapLibreMap): SourceOverlay {
  // Overlaid, not interleaved: with MapLibre 6 labels drawn after a deck layer can vanish.
  const overlay = new MapLibreOverlay({ interleaved: false, layers: [] })
  map.addControl(overlay)
  let layers: Layer[] = []
  let atlas: { palette: Palette; kinds: readonly Kind[]; atlas: SymbolAtlas } | null = null
  return {
    draw(input) {
      const { palette, kinds } = input
      if (atlas?.palette !== palette || atlas.kinds !== kinds)
        atlas = { palette, kinds, atlas: drawAtlas(palette, kinds) }
      layers = sourceLayers({ ...input, atlas: atlas.atlas })
      overlay.setProps({ layers })
    },
    hide() {
      overlay.setProps({ layers: layers.map((layer) => layer.clone({ visible: false })) })
    },
  }
}
