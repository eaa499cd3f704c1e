/** RGBA, not premultiplied. */
type Pixels = Pick<ImageData, 'width' | 'height' | 'data'>

/**
 * Blends a sprite over an image, with its upper left corner at a whole pixel; what lies outside the image is left out.
 * For thousands of small sprites this is much faster than `drawImage`.
 */
export function blend(onto: Pixels, sprite: Pixels, left: number, top: number, opacity: number): void {
  const firstRow = Math.max(0, -top)
  const lastRow = Math.min(sprite.height, onto.height - top)
  const firstColumn = Math.max(0, -left)
  const lastColumn = Math.min(sprite.width, onto.width - left)
  const over = sprite.data
  const under = onto.data
  for (let row = firstRow; row < lastRow; row++) {
    let from = 4 * (row * sprite.width + firstColumn)
    let to = 4 * ((top + row) * onto.width + left + firstColumn)
    for (let column = firstColumn; column < lastColumn; column++, from += 4, to += 4) {
      const above = over[from + 3]! * opacity
      if (above === 0) continue
      const below = under[to + 3]! * (1 - above / 255)
      const alpha = above + below
      under[to] = (over[from]! * above + under[to]! * below) / alpha
      under[to + 1] = (over[from + 1]! * above + under[to + 1]! * below) / alpha
      under[to + 2] = (over[from + 2]! * above + under[to + 2]! * below) / alpha
      under[to + 3] = alpha
    }
  }
}
