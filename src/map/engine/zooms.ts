/** Minimum zoom of a map; each step doubles the world's width, which is 512 pixels at 0. */
export const MIN_ZOOM = 5
/** Minimum zoom for a province: enough for the largest one on a tablet. */
export const MIN_PROVINCE_ZOOM = 3
export const MAX_ZOOM = 18
/** Zoom at which the surroundings of a source are recognisable. */
export const SOURCE_ZOOM = 15
