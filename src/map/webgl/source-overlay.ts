import type { Layer } from '@deck.gl/core'
import { TextLayer } from '@deck.gl/layers'
import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Kind } from '@/domain/sources/kinds/kind'
import type { SymbolAtlas } from '@/layers/atlas'
import type { Palette } from '@/layers/palette'
import { sourceLayers } from '@/layers/source-layers'
import type { SourceOverlay } from '@/map/engine/live-map'
import { setPainter } from '@/map/instance/paint-now'
import { drawAtlas } from '@/map/overlay/symbol-atlas'
import { restWhenStill } from './rest-when-still'

const nextTask = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done, 0)))

/**
 * Splits the layers into steps: the symbols, then one text layer after the other. Without a graphics card, compiling
 * the program and drawing the letters that each first needs would block a press for too long.
 */
function inSteps(layers: readonly Layer[]): Layer[][] {
  const isText = (layer: Layer) => layer instanceof TextLayer
  const texts = layers.filter(isText)
  return texts.map((_, i) => layers.filter((layer) => !isText(layer) || texts.indexOf(layer) < i)).concat([[...layers]])
}

/** Adds a deck.gl overlay to a map. Loaded after the map itself, so that the counties are drawn before the symbols. */
export function overlaySources(map: MapLibreMap): SourceOverlay {
  // Overlaid, not interleaved: with MapLibre 6 labels drawn after a deck layer can vanish.
  const overlay = new MapLibreOverlay({
    interleaved: false,
    layers: [],
    // A preserved buffer would be copied in each frame. Symbols and letters are already smooth; antialiasing the edges
    // of their quads would quadruple the painting cost without visible effect.
    deviceProps: { webgl: { preserveDrawingBuffer: false, antialias: false } },
    onLoad: () => {
      const canvas = overlay.getCanvas()
      // biome-ignore lint/complexity/useLiteralKeys: TypeScript allows access to non-public members only in this form.
      if (canvas) setPainter(canvas, () => overlay['_deck']?.redraw('it is read'))
    },
  })
  const wake = restWhenStill(overlay)
  map.addControl(overlay)
  let layers: Layer[] = []
  /** Counter of draw and hide calls; the remaining steps of an older drawing are dropped. */
  let turn = 0
  let atlas: { palette: Palette; kinds: readonly Kind[]; atlas: SymbolAtlas } | null = null
  return {
    async draw(input) {
      const { palette, kinds } = input
      const own = ++turn
      const isFirst = layers.length === 0
      if (atlas?.palette !== palette || atlas.kinds !== kinds)
        atlas = { palette, kinds, atlas: drawAtlas(palette, kinds) }
      layers = sourceLayers({ ...input, atlas: atlas.atlas })
      for (const step of isFirst ? inSteps(layers) : [layers]) {
        overlay.setProps({ layers: step })
        wake()
        if (step !== layers) await nextTask()
        if (own !== turn) return
      }
    },
    hide() {
      turn++
      overlay.setProps({ layers: layers.map((layer) => layer.clone({ visible: false })) })
      wake()
    },
  }
}
