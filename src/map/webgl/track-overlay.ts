import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { trackLayers } from '@/layers/track-layers'
import type { TrackOverlay } from '@/map/engine/live-map'
import { restWhenStill } from './rest-when-still'

/** Adds moving trucks to a map, by deck.gl. */
export function overlayTracks(map: MapLibreMap): TrackOverlay {
  const overlay = new MapLibreOverlay({
    interleaved: false,
    layers: [],
    deviceProps: { webgl: { preserveDrawingBuffer: false, antialias: false } },
  })
  const wake = restWhenStill(overlay)
  map.addControl(overlay)
  return {
    draw(input) {
      overlay.setProps({ layers: input ? trackLayers(input) : [] })
      wake()
    },
  }
}
