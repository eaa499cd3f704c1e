/**
 * Maximum width of the scale bar in pixels. The bar is always wider than its text, because each step is at most twice
 * the next shorter one.
 */
export const SCALE_PIXELS = 112
