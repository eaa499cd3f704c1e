import type { Position } from '@/domain/geodesy/position'
import type { LiveMap } from '@/map/engine/live-map'
import type { Dataset } from '@/questions/dataset'
import type { PointerIndex } from './pointer-index'

/** A dustfall point or a source on which the centre of a circle is set. */
export interface SnapTarget {
  readonly name: string
  readonly at: Position
}

/** Snap distance in pixels; larger for a finger. */
const SNAP_PIXELS = { mouse: 14, touch: 24 }

/** The dustfall point nearest to a position on the screen, else the worst source there, else null. */
export function findSnapTarget(
  map: LiveMap,
  { dustfallPoints }: Pick<Dataset, 'dustfallPoints'>,
  sources: PointerIndex | null,
  [lon, lat]: Position,
): SnapTarget | null {
  const most = matchMedia('(pointer: coarse)').matches ? SNAP_PIXELS.touch : SNAP_PIXELS.mouse
  const { x, y } = map.project([lon, lat])
  const near = dustfallPoints
    .filter((point) => !Number.isNaN(point.lon))
    .map(({ name, lon, lat }) => {
      const on = map.project([lon, lat])
      return { name, at: [lon, lat] as const, pixels: Math.hypot(on.x - x, on.y - y) }
    })
    .filter(({ pixels }) => pixels <= most)
    .sort((a, b) => a.pixels - b.pixels)[0]
  return near ?? sources?.at(lon, lat, map.getZoom(), most) ?? null
}
