/** Sizes of texts as they will be set, without a screen to measure them on: rather too large than too small. */

/** Height of a line, in letters: of the tallest of the fonts that stand in where the wanted one is missing. */
export const LINE = 1.48
/** Widths of a letter, in letters: of a Chinese one, of a Latin one or a digit, and of the broad ones among these. */
const WIDE = 1.02
const NARROW = 0.64
const BROAD = 0.96
/** Some programs set Chinese and Latin letters apart by so much. */
const APART = 0.25

const widthOfLetter = (letter: string) => (letter >= '\u2000' ? WIDE : /[%@MWmw]/.test(letter) ? BROAD : NARROW)

/** Whether a Chinese letter and a Latin one or a digit meet here. */
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

/** What a line is not broken inside of: a Latin word up to its hyphen, or a number; every Chinese letter stands alone. */
const piecesOf = (text: string) => text.match(/[^\S\n]+|[!-,.-\u1fff]*-|[!-,.-\u1fff]+|\n|[\s\S]/gu) ?? []

/** How many lines a text takes that may be so many letters wide. */
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
    // Longer than a line: it is broken anywhere.
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

/** Width of the widest part that is not broken, in letters. */
export const widestPiece = (text: string): number => Math.max(0, ...piecesOf(text).map(textWidth))

/** A text that takes no more lines, with an ellipsis where something is left out. */
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

/** The largest of some sizes at which a text takes no more room, and the text as far as it fits at the smallest. */
export function fitText(text: string, width: number, height: number, sizes: readonly number[]) {
  const fits = sizes.find((size) => linesOf(text, width / size) * size * LINE <= height)
  if (fits !== undefined) return { text, size: fits }
  const size = sizes.at(-1)!
  return { text: shortened(text, width / size, Math.max(1, Math.floor(height / (size * LINE)))), size }
}
