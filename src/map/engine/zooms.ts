/** How far out and in a map goes; at each step the world is twice as wide, at 0 it is 512 pixels. */
export const LEAST_ZOOM = 5
/** As far as the largest province needs on a tablet. */
export const LEAST_PROVINCE_ZOOM = 3
export const MOST_ZOOM = 18
/** Zoom at which the surroundings of a source can be made out. */
export const SOURCE_ZOOM = 15
