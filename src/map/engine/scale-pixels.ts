/** The longest that the scale of a map may be; never shorter than its text: a step of its lengths is at most as long as twice the next shorter. */
export const SCALE_PIXELS = 112
