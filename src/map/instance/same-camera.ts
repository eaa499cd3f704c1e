import type { Camera } from '@/store/view/view'

/** Whether two cameras show the same. Apart from the map's own code, which comes later than what asks this. */
export const isSameCamera = (one: Camera, other: Camera) =>
  Math.abs(one.lon - other.lon) < 1e-7 && Math.abs(one.lat - other.lat) < 1e-7 && Math.abs(one.zoom - other.zoom) < 1e-4
