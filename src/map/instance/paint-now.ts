const painters = new WeakMap<HTMLCanvasElement, () => void>()

/** Registers how a canvas is painted synchronously: its buffer is cleared as soon as it is on the screen. */
export const setPainter = (canvas: HTMLCanvasElement, paint: () => void) => void painters.set(canvas, paint)

/** Paints a map's canvas synchronously so that it can be read right after; other canvases are left as they are. */
export const paintNow = (canvas: HTMLCanvasElement): void => painters.get(canvas)?.()
