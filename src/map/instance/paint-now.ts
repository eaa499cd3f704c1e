const painters = new WeakMap<HTMLCanvasElement, () => void>()

/** Says how a canvas is drawn at once: what it shows is gone from its buffer as soon as it is on the screen. */
export const setPainter = (canvas: HTMLCanvasElement, paint: () => void) => void painters.set(canvas, paint)

/** Draws a map's canvas at once, so that it can be read in the same breath; other canvases are left as they are. */
export const paintNow = (canvas: HTMLCanvasElement): void => painters.get(canvas)?.()
