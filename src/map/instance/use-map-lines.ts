import { AttributionControl, type IControl, type Map as MapLibreMap, ScaleControl } from 'maplibre-gl'
import { useEffect } from 'react'

/** Never shorter than its text: a step of its lengths is at most as long as twice the next shorter. */
const SCALE_PIXELS = 112

/** Puts the scale and the attribution of the maps below into two elements beside the map; without them, on the map itself. */
export function useMapLines(
  map: MapLibreMap | null,
  beside?: { readonly scale: HTMLElement | null; readonly attribution: HTMLElement | null },
) {
  const { scale, attribution } = beside ?? {}
  useEffect(() => {
    if (!map || scale === null || attribution === null) return
    const controls: readonly [IControl, HTMLElement | undefined, 'bottom-left' | 'bottom-right'][] = [
      [new ScaleControl({ maxWidth: SCALE_PIXELS }), scale, 'bottom-left'],
      [new AttributionControl({ compact: attribution === undefined }), attribution, 'bottom-right'],
    ]
    for (const [control, host, corner] of controls) {
      if (host) host.append(control.onAdd(map))
      else map.addControl(control, corner)
    }
    return () => {
      for (const [control, host] of controls) {
        if (host) control.onRemove(map)
        // A map that is gone has let go of its own already.
        else if (map.hasControl(control)) map.removeControl(control)
      }
    }
  }, [map, scale, attribution])
}
