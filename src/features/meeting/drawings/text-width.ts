/** A letter of Chinese is as wide as it is high; one of Latin about half of it, bold ones a little more. */
const [WIDE, NARROW] = [1, 0.58]

/** About how wide a text is, in heights of its letters: enough to keep room for it. */
export const emsOf = (text: string): number =>
  Math.ceil(10 * [...text].reduce((sum, letter) => sum + (letter > '\u2E7F' || letter === '…' ? WIDE : NARROW), 0)) / 10

/** A text that is at most so wide, in heights of its letters; what is cut off is told by dots. */
export function cutTo(text: string, ems: number): string {
  if (emsOf(text) <= ems) return text
  let cut = text
  while (cut !== '' && emsOf(`${cut}…`) > ems) cut = cut.slice(0, -1)
  return `${cut.trimEnd()}…`
}
