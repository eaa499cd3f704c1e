import type { Camera } from '@/store/view/view'

/** Whether two cameras show the same. In its own file, because callers load before the map's code. */
export const isSameCamera = (one: Camera, other: Camera) =>
  Math.abs(one.lon - other.lon) < 1e-7 && Math.abs(one.lat - other.lat) < 1e-7 && Math.abs(one.zoom - other.zoom) < 1e-4
