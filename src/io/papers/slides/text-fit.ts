/** Estimates the size of texts without a screen to measure on: rather too large than too small. */

/** Line height in letters: that of the tallest substitute font. */
export const LINE = 1.48
/** Letter widths: of a Chinese letter, of a Latin letter or digit, and of the broad ones among these. */
const WIDE = 1.02
const NARROW = 0.64
const BROAD = 0.96
/** Gap that some programs put between Chinese and Latin letters. */
const APART = 0.25

const widthOfLetter = (letter: string) => (letter >= '\u2000' ? WIDE : /[%@MWmw]/.test(letter) ? BROAD : NARROW)

/** Whether a Chinese letter and a Latin letter or digit meet here. */
const areApart = (before: string, after: string) =>
  before !== '' &&
  /[\p{L}\p{N}%]/u.test(before) &&
  /[\p{L}\p{N}%]/u.test(after) &&
  before < '\u2000' !== after < '\u2000'

/** Width of a text on one line, in letters. */
export function textWidth(text: string): number {
  let [width, before] = [0, '']
  for (const letter of text) {
    width += widthOfLetter(letter) + (areApart(before, letter) ? APART : 0)
    before = letter
  }
  return width
}

/**
 * Units within which a line does not break: a Latin word up to its hyphen, or a number; each Chinese letter is one.
 */
const piecesOf = (text: string) => text.match(/[^\S\n]+|[!-,.-\u1fff]*-|[!-,.-\u1fff]+|\n|[\s\S]/gu) ?? []

/** Number of lines of a text in a width given in letters. */
export function linesOf(text: string, letters: number): number {
  let [lines, used, before] = [1, 0, '']
  for (const piece of piecesOf(text)) {
    if (piece === '\n') {
      lines++
      used = 0
      continue
    }
    const width = textWidth(piece) + (areApart(before.slice(-1), piece[0]!) ? APART : 0)
    before = piece
    if (used + width <= letters) {
      used += width
      continue
    }
    if (width <= letters) {
      lines++
      used = width
      continue
    }
    // Longer than a line: breaks anywhere.
    for (const letter of piece) {
      const one = widthOfLetter(letter)
      if (used + one > letters) {
        lines++
        used = 0
      }
      used += one
    }
  }
  return lines
}

/** Width of the widest unbreakable unit, in letters. */
export const widestPiece = (text: string): number => Math.max(0, ...piecesOf(text).map(textWidth))

/** Shortens a text to `most` lines, with an ellipsis. */
export function shortened(text: string, letters: number, most: number): string {
  if (linesOf(text, letters) <= most) return text
  const all = [...text]
  let [fits, over] = [0, all.length]
  while (over - fits > 1) {
    const middle = (fits + over) >> 1
    if (linesOf(`${all.slice(0, middle).join('')}…`, letters) <= most) fits = middle
    else over = middle
  }
  return `${all.slice(0, fits).join('')}…`
}

/** The largest size at which a text fits; if none does, the text shortened to fit at the smallest. */
export function fitText(text: string, width: number, height: number, sizes: readonly number[]) {
  const fits = sizes.find((size) => linesOf(text, width / size) * size * LINE <= height)
  if (fits !== undefined) return { text, size: fits }
  const size = sizes.at(-1)!
  return { text: shortened(text, width / size, Math.max(1, Math.floor(height / (size * LINE)))), size }
}
