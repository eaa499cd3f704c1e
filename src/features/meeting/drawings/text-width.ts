/** A letter of Chinese is as wide as it is high; one of Latin about half of it, bold ones a little more. */
const [WIDE, NARROW] = [1, 0.58]

/** About how wide a text is, in heights of its letters: enough to keep room for it. */
export const emsOf = (text: string): number =>
  Math.ceil(10 * [...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! > 0x2e7f ? WIDE : NARROW), 0)) / 10
