import { AttributionControl, type IControl, type Map as MapLibreMap, ScaleControl } from 'maplibre-gl'
import type { LineHosts } from '@/map/engine/live-map'
import { SCALE_PIXELS } from '@/map/engine/scale-pixels'

/**
 * Puts the scale and the attribution into two elements beside the map, or on the map itself. Returns a function that
 * removes them.
 */
export function addLines(map: MapLibreMap, { scale, attribution }: LineHosts): () => void {
  const controls: readonly [IControl, HTMLElement | undefined, 'bottom-left' | 'bottom-right', string][] = [
    [new ScaleControl({ maxWidth: SCALE_PIXELS }), scale, 'bottom-left', 'scale'],
    [new AttributionControl({ compact: attribution === undefined }), attribution, 'bottom-right', 'attribution'],
  ]
  for (const [control, host, corner, name] of controls) {
    if (host) host.append(control.onAdd(map))
    else map.addControl(control, corner)
    const within = host ?? map.getContainer()
    within
      .querySelector<HTMLElement>(`.maplibregl-ctrl-${name.slice(0, 'attrib'.length)}`)
      ?.setAttribute('data-map-control', name)
  }
  return () => {
    for (const [control, host] of controls) {
      if (host) control.onRemove(map)
      // A removed map has already dropped its own controls.
      else if (map.hasControl(control)) map.removeControl(control)
    }
  }
}
